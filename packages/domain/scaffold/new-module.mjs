/**
 * Writes a new module that passes: `npm run new:module -- <key> <noun> <path>`, e.g. `petitions petition phan-anh`.
 * The key must be one that the configuration language knows (packages/tenant-config/src/schema/modules.ts).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const here = import.meta.dirname
const root = join(here, '../../..')
const [key, noun, path] = process.argv.slice(2)

const refuse = (reason) => {
  console.error(reason)
  process.exit(2)
}
if (!/^[a-z]+$/.test(key ?? '') || !/^[a-z]+(-[a-z]+)*$/.test(noun ?? '') || !/^[a-z]+(-[a-z]+)*$/.test(path ?? '')) {
  refuse('usage: npm run new:module -- <key> <noun> <path>   e.g. petitions petition phan-anh')
}
const target = join(root, 'packages/domain/src', key)
if (existsSync(target)) refuse(`packages/domain/src/${key} is there already`)
const known = readFileSync(join(root, 'packages/tenant-config/src/schema/modules.ts'), 'utf8')
if (!known.includes(`'${key}'`)) refuse(`the configuration language has no module ${key}: add it to moduleKeys first`)

const camel = noun.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
const words = {
  __key__: key,
  __name__: key,
  __noun__: noun,
  __Noun__: camel[0].toUpperCase() + camel.slice(1),
  __table__: noun.replaceAll('-', '_'),
  __path__: path,
}
const fill = (text) => Object.entries(words).reduce((filled, [mark, word]) => filled.replaceAll(mark, word), text)

function write(from, to) {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.tpl')) continue
    const file = join(to, fill(name.slice(0, -'.tpl'.length)))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, fill(readFileSync(join(from, name), 'utf8')))
    console.log(file.slice(root.length + 1))
  }
}

/** Adds an import after the last one, and an entry before the closing bracket or brace of the file's last list. */
function register(file, importLine, entry) {
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  const last = lines.findLastIndex((line) => /^(import|export \*) /.test(line))
  lines.splice(last + 1, 0, importLine)
  const text = lines.join('\n')
  writeFileSync(join(root, file), entry ? text.replace(/,?\s*([\]}])(?=[^\]}]*$)/, `, ${entry}$1`) : text)
}

write(join(here, 'domain'), target)
write(join(here, 'web'), join(root, 'apps/web/app/modules', key))
write(join(here, 'isolation'), join(root, 'tests/isolation/cases'))
register('packages/domain/src/modules.ts', `import { ${key} } from './${key}'`, key)
register('packages/domain/src/schema.ts', `export * from './${key}/schema'`)
register('apps/web/app/routes.ts', `import { ${key} } from './modules/${key}/routes'`, `...${key}`)
register('tests/isolation/cases/index.ts', `import { ${key} } from './${key}'`, `...${key}`)
const run = (command, args, cwd) => spawnSync(command, args, { cwd, stdio: 'inherit' }).status ?? 1
const failed =
  run('npx', ['drizzle-kit', 'generate', '--name', key], join(root, 'packages/domain')) ||
  run('npx', ['biome', 'check', '--write', target, 'apps/web/app', 'packages/domain/src', 'tests/isolation'], root)
process.exit(failed)
