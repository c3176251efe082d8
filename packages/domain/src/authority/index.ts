export { authority } from './module'
