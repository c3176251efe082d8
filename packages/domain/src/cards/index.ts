export { cards } from './module'
