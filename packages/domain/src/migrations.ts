/// <reference types="vite/client" />
import { appendOnlyNames } from '@sotay/db'
import journal from '../migrations/meta/_journal.json'
import * as schema from './schema'

const files = import.meta.glob<string>('../migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** The one line of migrations of every province, as drizzle-kit generated it. */
export const provinceMigrations = { journal, files, appendOnly: appendOnlyNames(schema) }
