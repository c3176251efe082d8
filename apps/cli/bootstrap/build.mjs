import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'
import { run } from './run.mjs'

const TURBO = join(root, 'node_modules/.bin/turbo')
const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }

/**
 * Builds what changed since it was last built. An application that does not build is told and leaves the others.
 * @param {string[]} [only] names of workspaces
 * @returns {Promise<boolean>} whether all were built
 */
export async function build(only = []) {
  const filters = only.map((name) => `--filter=${name}`)
  const args = ['run', 'build', '--continue', '--output-logs=errors-only', '--log-order=grouped', ...filters]
  const { code, output } = await run(TURBO, args, { quiet: true, env: quiet })
  if (code !== 0) console.error(output.trim().split('\n').slice(-40).join('\n'))
  return code === 0
}

/** @throws exits 1 when the command line itself has no build */
export function assertCliBuilt() {
  if (existsSync(join(root, 'apps/cli/build/main.js'))) return
  console.error('Không dựng được dòng lệnh của Sổ tay: xem lỗi phía trên.')
  process.exit(1)
}
