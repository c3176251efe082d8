import type { Pool } from '@sotay/db/connect'
import { modules } from '@sotay/domain'
import { provinceMigrations } from '@sotay/domain/migrations'
import { type FileStore, openFileStore } from '@sotay/files'
import { newId, type OperatorActor, type PlatformContext, systemClock } from '@sotay/kernel'
import {
  type DatabaseServer,
  type Directory,
  type MigrationLine,
  openDirectory,
  openOwner,
  readMigrations,
  type Settings,
} from '@sotay/tenancy'

/** What an operation of the vendor is handed: the catalogue, the provinces, and the owner's login. */
export interface OperationsContext extends PlatformContext {
  settings: Settings
  directory: Directory
  store: FileStore
  /** The owner's connection to a server, opened on first use. */
  owner(server: DatabaseServer): Pool
  /** Owner's connections of which each holds one lock of `withLock`. */
  lock: Pool
  close(): Promise<void>
}

/** The line of migrations of a province's schema. */
export const provinceLine: MigrationLine = {
  migrations: readMigrations(provinceMigrations.journal, provinceMigrations.files),
  appendOnly: provinceMigrations.appendOnly,
}

/** Opens what operations need. The platform must have been prepared: see `preparePlatformOnce`. */
export async function openOperations(settings: Settings, actor: OperatorActor): Promise<OperationsContext> {
  const store = openFileStore(settings.files)
  const directory = await openDirectory({ settings, manifests: modules, store, application: 'sotay-operations' })
  const owners = new Map<string, Pool>()
  const lock = openOwner(settings.database, settings, 8)
  return {
    lock,
    settings,
    directory,
    store,
    actor,
    platform: directory.platform.db,
    clock: systemClock,
    requestId: newId(),
    owner(server) {
      const key = `${server.host}:${server.port}/${server.database}`
      const known = owners.get(key) ?? openOwner(server, settings)
      owners.set(key, known)
      return known
    },
    async close() {
      await Promise.all([...owners.values(), lock].map((pool) => pool.close()))
      await directory.close()
    },
  }
}
