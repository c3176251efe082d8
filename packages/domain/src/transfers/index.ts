export { transfers } from './module'
