export { dossiers } from './module'
