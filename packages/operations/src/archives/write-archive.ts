import { createHash } from 'node:crypto'
import { FileNotFound, filePrefix } from '@sotay/files'
import { readConfiguration, type TenantRecord, tenantKeys } from '@sotay/tenancy'
import type { OperationsContext } from '../context'
import { dumpSchema } from './dump-schema'
import { ABOUT, type About, DATABASE, KEYS, MANIFEST, type Manifest, OBJECTS, type Part } from './manifest'
import { findPrograms } from './programs'
import { readStructure, readTables } from './tables'
import { type TarEntry, tarEnd, tarHeader, tarPadding } from './tar'

/** The dump's length is not known before it ends, so it stands in pieces of this size. */
const PIECE = 8 * 1024 * 1024

/** What an archive holds, filled while its bytes are read. */
export interface Written {
  about?: About
  manifest?: Manifest
}

/**
 * The bytes of one province's archive, a tar: its tables of one moment as `pg_dump` writes them, its files, its
 * configuration, its keys, and a manifest. Others' work and its own go on meanwhile; nothing is held whole in memory.
 * @throws Conflict when pg_dump is missing or too old
 */
export async function* archiveBytes(
  ctx: OperationsContext,
  record: TenantRecord,
  archive: string,
  written: Written,
): AsyncGenerator<Buffer> {
  const { settings } = ctx
  const { server, schema } = record
  const owner = ctx.owner(server)
  const programs = await findPrograms(owner)
  const { config, db } = await ctx.directory.context(record, { actor: ctx.actor })
  const moment = await openMoment(owner, schema)
  const parts: Part[] = []
  try {
    const about: About = {
      archive,
      takenAt: ctx.clock.now(),
      tenant: {
        id: record.id,
        originId: record.originId,
        slug: record.slug,
        name: record.name,
        schema,
        configRevision: record.configRevision,
        domains: record.domains,
      },
      migration: moment.migration,
      server: moment.server,
      dumpedBy: programs.version,
    }
    written.about = about
    const configuration = await readConfiguration(db, config.revision)
    yield* whole(parts, ABOUT, json(about))
    // JSON is YAML: `tenant apply` reads it.
    yield* whole(parts, 'tenant.yaml', json(configuration))
    yield* whole(parts, KEYS, json(tenantKeys(settings.secret, record, ctx.directory.keyPurposes)))
    let piece = 0
    for await (const bytes of inPieces(dumpSchema({ settings, server, programs, schema, snapshot: moment.snapshot })))
      yield* whole(parts, `${DATABASE}${String(piece++).padStart(6, '0')}`, bytes)
    const prefix = filePrefix(record.id)
    for await (const { key } of ctx.store.list(prefix)) {
      const file = await ctx.store.get(key).catch(unlessRemoved)
      const name = `${OBJECTS}${key.slice(prefix.length)}`
      if (file) yield* entry(parts, { name, size: file.size, contentType: file.contentType }, file.body)
    }
    written.manifest = { parts: [...parts], ...(await moment.state) }
    yield* whole(parts, MANIFEST, json(written.manifest))
    yield tarEnd()
  } finally {
    await moment.end()
  }
}

/** A transaction whose moment pg_dump shares; it counts and hashes meanwhile. */
async function openMoment(owner: ReturnType<OperationsContext['owner']>, schema: string) {
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  return new Promise<{
    snapshot: string
    migration: string
    server: string
    state: Promise<Pick<Manifest, 'tables' | 'structure'>>
    end(): Promise<void>
  }>((ready, failed) => {
    const transaction = owner.sql
      .begin('isolation level repeatable read read only', async (tx) => {
        const [row] =
          await tx.unsafe(`select pg_export_snapshot() as snapshot, current_setting('server_version') as server,
          (select name from "${schema}".migration order by name desc limit 1) as migration`)
        const state = readTables(tx, schema).then(async (tables) => ({
          tables,
          structure: await readStructure(tx, schema),
        }))
        state.catch(() => {})
        ready({
          snapshot: row?.snapshot as string,
          server: row?.server as string,
          migration: (row?.migration as string | null) ?? '',
          state,
          async end() {
            end()
            await transaction
          },
        })
        await over
        await state.catch(() => {})
      })
      .then(() => {})
    transaction.catch(failed)
  })
}

/** A file that went after the listing is of no row of a later moment. */
function unlessRemoved(error: unknown): undefined {
  if (!(error instanceof FileNotFound)) throw error
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

const whole = (parts: Part[], name: string, bytes: Buffer) => entry(parts, { name, size: bytes.length }, [bytes])

async function* entry(
  parts: Part[],
  about: TarEntry,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  yield tarHeader(about)
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of body) {
    hash.update(chunk)
    size += chunk.length
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  }
  if (size !== about.size) throw new Error(`${about.name}: ${size} bytes came instead of ${about.size}`)
  yield tarPadding(size)
  parts.push({ name: about.name, bytes: size, sha256: hash.digest('hex') })
}

async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    held.push(chunk)
    size += chunk.length
    if (size < PIECE) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  yield Buffer.concat(held)
}
