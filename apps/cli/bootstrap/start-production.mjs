import './check-node.mjs'

const { superviseFrom } = await import('./supervise.mjs')
await superviseFrom('production')
