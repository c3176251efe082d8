// `npm run bench`: builds the site and the benchmarks, then runs them; its arguments are theirs (see main.ts).
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
// A library's notice about Node versions to come; it says nothing about what is measured.
const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
const run = (command, args, stdio = ['ignore', 'ignore', 'inherit']) =>
  spawnSync(command, args, { cwd: root, stdio, env }).status ?? 1

const builds = [
  ['npm', ['run', 'build', '--workspace', '@sotay/web', '--silent']],
  ['npm', ['run', 'build', '--workspace', '@sotay/worker', '--silent']],
  ['npx', ['vite', 'build', '--config', 'tests/load/vite.config.ts', '--logLevel', 'error']],
]
for (const [command, args] of builds) {
  const status = run(command, args)
  if (status !== 0) process.exit(status)
}
// Copies, so that what is measured stays as it is when the site is built again meanwhile.
const keep = (from, as) => cpSync(join(root, from), join(import.meta.dirname, 'build', as), { recursive: true })
keep('apps/web/build', 'site')
keep('apps/worker/build', 'worker')
const main = join(import.meta.dirname, 'build/main.js')
process.exit(run(process.execPath, [main, ...process.argv.slice(2)], 'inherit'))
