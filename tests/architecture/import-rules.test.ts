import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { modules } from '@sotay/domain'
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Rules = IFlattenedRuleSet & { options: ICruiseOptions & { tsConfig: object } }
const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Rules

/** A tree that breaks each rule once: importing file, what it imports, the rule that must say so. */
const planted = [
  ['packages/domain/src/members/a.ts', 'node_modules/react/index.js', 'domain-without-frameworks'],
  ['packages/domain/src/news/a.ts', 'packages/domain/src/members/add-member.ts', 'modules-by-their-index'],
  ['packages/domain/src/organisation/a.ts', 'packages/domain/src/members/schema.ts', 'organisation-depends'],
  ['packages/domain/src/imports/demo.ts', 'packages/domain/src/news/index.ts', 'imports-depends'],
  ['packages/domain/src/members/b.ts', 'packages/auth/src/index.ts', 'domain-imports'],
  ['packages/ui/src/a.ts', 'packages/db/src/index.ts', 'ui-imports'],
  ['packages/files/src/a.ts', 'packages/kernel/src/index.ts', 'files-imports'],
  ['packages/operations/src/a.ts', 'node_modules/lucia/index.js', 'lucia-behind-packages-auth'],
  ['packages/kernel/src/a.ts', 'node_modules/postgres/index.js', 'driver-behind-db'],
  ['packages/kernel/src/b.ts', 'node_modules/@aws-sdk/client-s3/index.js', 's3-behind-files'],
  ['packages/domain/src/news/b.ts', 'node_modules/pg-boss/index.js', 'pg-boss-behind-packages-jobs'],
  ['packages/kernel/src/c.ts', 'apps/cli/src/a.ts', 'packages-below-apps'],
  ['apps/web/app/a.ts', 'apps/console/app/a.ts', 'apps-apart'],
  ['apps/web/app/b.ts', 'packages/domain/src/members/add-member.ts', 'others-by-the-index'],
  ['apps/web/app/c.ts', 'packages/testing/src/index.ts', 'test-parts-in-tests'],
  ['apps/web/app/d.ts', 'packages/db/src/connect.ts', 'connections-from-tenancy'],
  ['apps/console/app/b.ts', 'packages/tenancy/src/provision.ts', 'provisioning-by-the-vendor'],
  ['apps/worker/src/a.ts', 'node_modules/@remix-run/node/index.js', 'remix-in-the-sites'],
] as const

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sotay-rules-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  for (const [, target] of planted) write(target, 'export {}\n')
  for (const [file, target] of planted) write(file, `import '${'../'.repeat(file.split('/').length - 1)}${target}'\n`)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('the rules know what each module says it depends on', () => {
  for (const { key, dependsOn } of modules) {
    const rule = rules.forbidden?.find(({ name }) => name === `${key}-depends`)
    const allowed = [key, ...dependsOn.map((dependency) => dependency.key)].join('|')
    expect(rule).toMatchObject({ to: { pathNot: `^packages/domain/src/(${allowed})/` } })
  }
})

test('each import that the architecture forbids is named by its rule', async () => {
  const { tsConfig, ...options } = rules.options
  const { output } = await cruise(['apps', 'packages'], { ruleSet: rules, validate: true, ...options, baseDir: root })
  if (typeof output === 'string') throw new Error(output)
  const found = output.summary.violations.map((violation) => `${violation.from} ${violation.rule.name}`)
  for (const [file, , rule] of planted) expect(found).toContain(`${file} ${rule}`)
})
