export { reorganisation } from './module'
