export { bundleEntry } from './bundle-entry'
export { firstJsonLine } from './first-json-line'
