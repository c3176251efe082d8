import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { assertCliBuilt, build } from './build.mjs'
import { install } from './install.mjs'
import { quiet, root } from './project.mjs'

/**
 * Installs, builds, and hands over to the supervisor; passes signals on and ends with its code.
 * @param {'start' | 'production'} command
 */
export async function superviseFrom(command) {
  await install()
  console.log('Đang dựng phần mềm…')
  if (!(await build())) console.error('Có phần chưa dựng được; vẫn chạy các phần còn lại.')
  assertCliBuilt()
  const child = spawn(process.execPath, [join(root, 'apps/cli/build/main.js'), command, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, ...quiet },
    // The channel tells the supervisor when this process is killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C reaches this process alone, which passes it on once.
    detached: true,
  })
  let asked = 0
  const pass = () => child.kill(++asked > 2 ? 'SIGKILL' : 'SIGTERM')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  // npm itself may be killed: the process above this one is then another.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && pass(), 2_000).unref()
  child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
