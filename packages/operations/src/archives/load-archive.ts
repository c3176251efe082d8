import type { FileKey } from '@sotay/files'
import { Conflict } from '@sotay/kernel'
import type { DatabaseServer } from '@sotay/tenancy'
import { type OperationsContext, provinceLine } from '../context'
import { ABOUT, type About, aboutSchema, DATABASE, KEYS, type Manifest, OBJECTS } from './manifest'
import { findPrograms } from './programs'
import { readArchive, text } from './read-archive'
import { restoreSchema, type SchemaRestore } from './restore-schema'
import { compareTables, readStructure, readTables } from './tables'

export interface Loaded {
  about: About
  keys: Record<string, string>
  manifest: Manifest
  /** In which tables what came back differs from what the archive says; none when all is well. */
  differences: string[]
}

export interface LoadOptions {
  /** The archive in the store. */
  key: FileKey
  server: DatabaseServer
  /** An empty schema, made already. */
  schema: string
  /** Called before anything is loaded, to refuse what must not be. */
  onAbout?(about: About): void
  /** Takes one of the province's files; without it, files are only checked. */
  putFile?(name: string, body: AsyncIterable<Buffer>, contentType: string): Promise<void>
}

/**
 * Loads an archive's tables into a schema, and compares rows, hashes and structure with its manifest.
 * @throws Conflict when the archive is damaged, locked, or of a newer version than this one
 */
export async function loadArchive(ctx: OperationsContext, options: LoadOptions): Promise<Loaded> {
  const { server, schema } = options
  const owner = ctx.owner(server)
  const programs = await findPrograms(owner)
  let about: About | undefined
  let keys: Record<string, string> = {}
  let restore: SchemaRestore | undefined
  let ended = false
  const endTables = async () => {
    if (restore && !ended) {
      ended = true
      await restore.end()
    }
  }
  try {
    const { manifest } = await readArchive(ctx, options.key, async ({ name, body, contentType }) => {
      if (name === ABOUT) {
        about = aboutSchema.parse(JSON.parse(await text(body)))
        assertKnown(about)
        options.onAbout?.(about)
      } else if (name === KEYS) {
        keys = JSON.parse(await text(body)) as Record<string, string>
      } else if (name.startsWith(DATABASE)) {
        restore ??= restoreSchema({ settings: ctx.settings, server, programs, from: about!.tenant.schema, to: schema })
        for await (const chunk of body) await restore.write(chunk)
      } else if (name.startsWith(OBJECTS) && options.putFile) {
        await endTables()
        await options.putFile(name.slice(OBJECTS.length), body, contentType ?? 'application/octet-stream')
      }
    })
    await endTables()
    const { tables, structure } = await owner.sql.begin('isolation level repeatable read', async (tx) => ({
      tables: await readTables(tx, schema),
      structure: await readStructure(tx, schema),
    }))
    const differences = compareTables(manifest.tables, tables)
    if (structure !== manifest.structure) differences.push('cấu trúc bảng khác')
    return { about: about!, keys, manifest, differences }
  } catch (error) {
    restore?.abort()
    throw error
  }
}

function assertKnown({ migration }: About): void {
  if (provinceLine.migrations.some(({ name }) => name === migration)) return
  throw new Conflict('operations.archive-newer', { migration, newest: provinceLine.migrations.at(-1)?.name ?? '–' })
}

/** How much came back. */
export const sizes = ({ manifest: { tables } }: Loaded) => ({
  tables: tables.length,
  rows: tables.reduce((sum, table) => sum + table.rows, 0),
})

/** @throws Conflict naming the tables in which what came back differs */
export function assertEqual({ differences }: Loaded): void {
  if (differences.length > 0)
    throw new Conflict('operations.archive-differs', { findings: differences.slice(0, 5).join('; ') })
}
