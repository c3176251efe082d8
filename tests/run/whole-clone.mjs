import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../apps/cli/bootstrap/project.mjs'

// What a fresh clone would lack or carry too much of: files over the size limit, built files, secrets.
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
const LONGEST = 400
const exempt =
  /(^|\/)(package-lock\.json|migrations\/|locales\/|schema\.ts$|data\/)|\.(json|svg|md|css|yaml|png|woff2|txt)$/
const files = git('ls-files', '-z')
const problems = []
for (const file of files) {
  if (/(^|\/)(node_modules|build|\.sotay|\.turbo)\//.test(file))
    problems.push(`${file}: built or local, must not be kept`)
  if (exempt.test(file) || !/\.(ts|tsx|mjs|cjs|js)$/.test(file)) continue
  const lines = readFileSync(join(root, file), 'utf8').split('\n').length
  if (lines > LONGEST) problems.push(`${file}: ${lines} lines, the limit is ${LONGEST}`)
  if (/(^|\/)(utils|misc|common|helpers|service)\.(ts|tsx|mjs)$/.test(file)) problems.push(`${file}: name says nothing`)
}
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)
