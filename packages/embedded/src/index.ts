export { EmbeddedError, type EmbeddedErrorCode } from './embedded-error'
export { findRunningPostgres } from './postgres/find-running-postgres'
export { freePort } from './postgres/free-port'
export { type EmbeddedPostgres, type PostgresOptions, startPostgres } from './postgres/start-postgres'
