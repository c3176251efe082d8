export { imports } from './module'
