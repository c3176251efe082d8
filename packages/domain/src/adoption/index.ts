export { adoption } from './module'
