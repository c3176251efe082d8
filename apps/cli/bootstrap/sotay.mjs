import './check-node.mjs'

const { existsSync } = await import('node:fs')
const { join } = await import('node:path')
const { spawn } = await import('node:child_process')
const { quiet, root } = await import('./project.mjs')
const main = join(root, 'apps/cli/build/main.js')
if (!existsSync(main)) {
  const { install } = await import('./install.mjs')
  const { assertCliBuilt, build } = await import('./build.mjs')
  // Standard output belongs to the command's result.
  console.log = console.error
  await install()
  await build(['@sotay/cli'])
  assertCliBuilt()
}
const child = spawn(process.execPath, [main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...quiet },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
