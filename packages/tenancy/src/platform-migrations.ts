/// <reference types="vite/client" />
import { appendOnlyNames } from '@sotay/db'
import journal from '../migrations/meta/_journal.json'
import { type MigrationLine, readMigrations } from './migrations'
import * as schema from './schema'

const files = import.meta.glob<string>('../migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** The catalogue's own line of migrations. */
export const platformLine: MigrationLine = {
  migrations: readMigrations(journal, files),
  appendOnly: appendOnlyNames(schema),
}
