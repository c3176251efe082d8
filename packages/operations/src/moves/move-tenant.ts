import { Conflict, NotFound, newId } from '@sotay/kernel'
import {
  closeCatalogue,
  createSchema,
  type DatabaseServer,
  DEFAULT_PLACEMENT,
  dropSchema,
  migrateSchema,
  prepareDatabase,
  type TenantRecord,
} from '@sotay/tenancy'
import { databaseServer, tenantAside } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import { type OperationsContext, provinceLine } from '../context'
import { findTenant } from '../find-tenant'
import { recordOperation } from '../record-operation'
import { withLock } from '../with-lock'
import { compareEnds, timeOf } from './compare-ends'
import { holdTenant } from './hold-tenant'
import { carrySequences, type Ends, startReplication, stopReplication, untilCaughtUp, untilCopied } from './replication'

export interface MovedTenant {
  slug: string
  from: string
  to: string
  tables: number
  rows: number
  /** How long work waited, in milliseconds: the longest of the pauses. */
  pauseMs: number
  seconds: number
  /** Name of the old copy's schema at the old server. */
  aside: string
}

export interface MoveOptions {
  /** Key of the server. */
  to: string
  /** Longest time for the first copy. */
  copyWithinMs?: number
  onProgress?(done: number, all: number): void
}

/** Tables are compared while work waits if that takes no longer than this; else in a pause of their own before. */
const COMPARE_WITHIN_MS = 250

/**
 * Moves a province to another PostgreSQL server while it works: copied by logical replication, then held for a moment in
 * which the rest follows, every table is compared, sequences are carried and the placement is switched. Whatever fails
 * before the switch leaves it where it was; the old copy is kept until `acceptTenant`.
 * @throws NotFound for an unknown province or server · Conflict when it is there already, behind, or the copy failed
 */
export async function moveTenant(ctx: OperationsContext, slug: string, options: MoveOptions): Promise<MovedTenant> {
  const start = performance.now()
  const moved = await withLock(ctx, `tenant:${slug}`, async () => {
    const record = await findTenant(ctx, slug)
    const server = await findServer(ctx, options.to)
    await assertMovable(ctx, record, server, options.to)
    const ends: Ends = { source: ctx.owner(record.server), target: ctx.owner(server), schema: record.schema }
    try {
      await prepareTarget(ctx, ends, server)
      await startReplication(ends, record.server, ctx.settings)
      const within = options.copyWithinMs ?? 6 * 3_600_000
      await untilCopied(ends, within, options.onProgress ?? (() => {}))
      await untilCaughtUp(ends, within)
      return await switchOver(ctx, record, ends, options.to)
    } catch (error) {
      await stopReplication(ends).catch(() => undefined)
      await dropSchema(ends.target, server.database, record.schema).catch(() => undefined)
      throw error
    }
  })
  const seconds = Math.round((performance.now() - start) / 100) / 10
  const result = { slug, ...moved, seconds }
  await recordOperation(ctx, 'tenant.moved', slug, result)
  return result
}

async function switchOver(ctx: OperationsContext, record: TenantRecord, ends: Ends, to: string) {
  const large = (await timeOf(ends)) > COMPARE_WITHIN_MS
  // Too much to compare while work waits: a pause for one common moment, compared at leisure while work goes on.
  const before = large ? await compareInPause(ctx, record, ends) : undefined
  const aside = `${record.schema.slice(0, 48)}_a${newId().slice(-8)}`
  const { result, pauseMs } = await holdTenant(ctx, record, async (hold) => {
    await untilCaughtUp(ends, 3_000)
    const compared = before?.compared ?? (await (await compareEnds(ends)).finish())
    await carrySequences(ends)
    await hold.switchTo({ placement: to === DEFAULT_PLACEMENT ? null : to })
    return compared
  })
  await stopReplication(ends)
  await ends.source.sql.unsafe(`alter schema "${record.schema}" rename to "${aside}"`)
  await ctx.platform.insert(tenantAside).values({
    id: newId(),
    tenantId: record.id,
    why: 'moved',
    schema: aside,
    placement: record.placement === DEFAULT_PLACEMENT ? null : record.placement,
    since: ctx.clock.now(),
  })
  return { from: record.placement, to, ...result, pauseMs: Math.max(pauseMs, before?.pauseMs ?? 0), aside }
}

async function compareInPause(ctx: OperationsContext, record: TenantRecord, ends: Ends) {
  const { result, pauseMs } = await holdTenant(ctx, record, async () => {
    await untilCaughtUp(ends, 3_000)
    return compareEnds(ends)
  })
  return { compared: await result.finish(), pauseMs }
}

/** @throws NotFound */
async function findServer(ctx: OperationsContext, key: string): Promise<DatabaseServer> {
  if (key === DEFAULT_PLACEMENT) return ctx.settings.database
  const [server] = await ctx.platform.select().from(databaseServer).where(eq(databaseServer.key, key))
  if (!server) throw new NotFound('operations.unknown-server', { key })
  return server
}

async function assertMovable(ctx: OperationsContext, record: TenantRecord, server: DatabaseServer, to: string) {
  const { slug } = record
  if (record.status === 'provisioning') throw new Conflict('operations.half-made', { slug })
  if (record.placement === to) throw new Conflict('operations.there-already', { slug, key: to })
  if (record.server.host === server.host && record.server.port === server.port)
    throw new Conflict('operations.same-server')
  if (record.migration !== provinceLine.migrations.at(-1)?.name) throw new Conflict('operations.behind', { slug })
  const source = ctx.owner(record.server)
  const [level] = await source.sql.unsafe<{ level: string }[]>(`select current_setting('wal_level') as level`)
  if (level?.level !== 'logical') throw new Conflict('operations.wal-level', { level: level?.level ?? '?' })
  const [login] = await ctx
    .owner(server)
    .sql.unsafe<{ super: boolean }[]>(`select rolsuper as super from pg_roles where rolname = current_user`)
  if (!login?.super) throw new Conflict('operations.needs-superuser')
}

/** Tables as this version makes them, and nothing in them. What an earlier attempt left behind goes first. */
async function prepareTarget(ctx: OperationsContext, ends: Ends, server: DatabaseServer): Promise<void> {
  const { target, schema } = ends
  await stopReplication(ends)
  await prepareDatabase(target, server.database)
  await closeCatalogue(target)
  await dropSchema(target, server.database, schema)
  await createSchema(target, server.database, schema, ctx.settings.secret)
  await migrateSchema(target, { schema, role: schema }, provinceLine)
  const tables = await target.sql.unsafe<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r'`,
    [`"${schema}"`],
  )
  await target.sql.unsafe(`truncate ${tables.map(({ name }) => `"${schema}"."${name}"`).join(', ')}`)
}
