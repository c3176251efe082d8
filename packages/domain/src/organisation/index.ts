export { createUnit, type Unit } from './create-unit'
export { organisation } from './module'
export { childPath } from './path'
export { unit } from './schema'
