export { type Adopted, adoptRevision, faceOf } from './adopt-revision'
export { announceCatalogue, CATALOGUE_CHANNEL } from './announce-catalogue'
export { DEFAULT_PLACEMENT, readCatalogue, type TenantRecord, updateTenant } from './catalogue'
export { closeCatalogue, openCatalogues } from './close-catalogue'
export { appendConfiguration, type Publication, readConfiguration } from './configuration-revisions'
export { type ContextOptions, type Directory, type DirectoryOptions, OUTBOX_CHANNEL, openDirectory } from './directory'
export { hostName } from './hosts'
export {
  grantSchema,
  type Migration,
  type MigrationLine,
  MigrationMismatch,
  migrateSchema,
  readMigrations,
} from './migrations'
export { platformLine } from './platform-migrations'
export { openPlatform, PLATFORM_ROLE, tenantPools } from './pools'
export {
  createBareSchema,
  createSchema,
  dropBareSchema,
  dropSchema,
  openOwner,
  prepareDatabase,
  preparePlatform,
} from './provision'
export { derive, rolePassword } from './secrets'
export { type DemoMessage, readDemoOutbox, recordSentMessage } from './sent-messages'
export { type DatabaseServer, readSettings, type Settings, SettingsError } from './settings'
export { sealKeys, tenantKey, tenantKeys } from './tenant-keys'
export { UPKEEP_CHANNEL } from './upkeep'
