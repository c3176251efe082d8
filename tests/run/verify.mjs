import '../../apps/cli/bootstrap/check-node.mjs'

const { install } = await import('../../apps/cli/bootstrap/install.mjs')
const { readyMachine } = await import('./machine.mjs')
await install()
await readyMachine()
const { runSteps } = await import('./step.mjs')
const { testSteps, verifySteps } = await import('./steps.mjs')
// The object store's suite also runs against Ceph RGW where its Debian packages can be had.
process.env.SOTAY_TEST_CEPH ??= '1'
await runSteps([...testSteps(), ...verifySteps()])
