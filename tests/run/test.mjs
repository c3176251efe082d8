import '../../apps/cli/bootstrap/check-node.mjs'

const { install } = await import('../../apps/cli/bootstrap/install.mjs')
const { readyMachine } = await import('./machine.mjs')
await install()
await readyMachine()
const { runSteps } = await import('./step.mjs')
const { testSteps } = await import('./steps.mjs')
await runSteps(testSteps())
