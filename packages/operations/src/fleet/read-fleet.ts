import type { TenantRecord } from '@sotay/tenancy'
import { type OperationsContext, provinceLine } from '../context'
import { inParallel } from '../in-parallel'
import { type PlatformCounts, readPlatformCounts } from './platform-counts'
import { type ProvinceState, readProvinceState } from './province-state'
import { readServerState, type ServerState } from './server-state'

/** A province as operations see it. A number that could not be measured is null, and said to be so. */
export interface FleetLine
  extends Pick<
    TenantRecord,
    'slug' | 'name' | 'status' | 'domains' | 'schema' | 'placement' | 'configRevision' | 'migration' | 'createdAt'
  > {
  id: string
  /** Whether its tables are those of this version. */
  current: boolean
  members: number | null
  units: number | null
  activeToday: number | null
  outbox: number | null
  queue: number | null
  failedJobs: number | null
  answers: number
  failures: number
  databaseBytes: number | null
  fileBytes: number | null
  slowQueries: number | null
  lastBackup: Date | null
  auditChain: 'whole' | 'rewritten' | null
  measuredAt: Date | null
}

export interface Fleet {
  at: Date
  provinces: FleetLine[]
}

const KEPT_MS = 10_000
/** Provinces asked at once: each costs a connection. */
const WIDTH = 8

const kept = new WeakMap<OperationsContext['directory'], { until: number; fleet: Promise<Fleet> }>()

/**
 * Every province, by slug. One statement to each province's schema, two to each server, five to the platform; kept for
 * ten seconds, so that whoever looks again and again asks nobody.
 */
export function readFleet(ctx: OperationsContext, { fresh = false } = {}): Promise<Fleet> {
  const now = ctx.clock.now().getTime()
  const known = kept.get(ctx.directory)
  if (known && !fresh && now < known.until) return known.fleet
  const fleet = measure(ctx)
  kept.set(ctx.directory, { until: now + KEPT_MS, fleet })
  fleet.catch(() => kept.delete(ctx.directory))
  return fleet
}

async function measure(ctx: OperationsContext): Promise<Fleet> {
  await ctx.directory.refresh()
  return { at: ctx.clock.now(), provinces: await readLines(ctx, ctx.directory.list()) }
}

/** These provinces as they are at this moment. */
export async function readLines(ctx: OperationsContext, records: readonly TenantRecord[]): Promise<FleetLine[]> {
  const [counts, servers, states] = await Promise.all([
    readPlatformCounts(ctx),
    readServers(ctx, records),
    inParallel(records, WIDTH, (record) => readProvinceState(ctx, record)),
  ])
  return records.map((record, index) => {
    const settled = states[index]!
    const state = settled.status === 'fulfilled' ? settled.value : undefined
    return lineOf(record, { state, counts, server: servers.get(record.placement) })
  })
}

async function readServers(ctx: OperationsContext, records: readonly TenantRecord[]) {
  const byPlacement = new Map(records.map((record) => [record.placement, record.server]))
  const placements = [...byPlacement.keys()]
  const read = await inParallel(placements, WIDTH, (key) => readServerState(ctx, byPlacement.get(key)!))
  return new Map(
    placements.flatMap((key, index) => {
      const settled = read[index]!
      return settled.status === 'fulfilled' ? [[key, settled.value] as const] : []
    }),
  )
}

interface Measured {
  state: ProvinceState | undefined
  counts: PlatformCounts
  server: ServerState | undefined
}

function lineOf(record: TenantRecord, { state, counts, server }: Measured): FleetLine {
  const { id, slug, name, status, domains, schema, placement, configRevision, migration, createdAt } = record
  const jobs = counts.jobs?.get(id) ?? (counts.jobs ? { waiting: 0, failed: 0 } : undefined)
  const answers = counts.answers.get(id)
  const measure = counts.measures.get(id)
  return {
    ...{ id, slug, name, status, domains, schema, placement, configRevision, migration, createdAt },
    current: migration === provinceLine.migrations.at(-1)?.name,
    members: state?.members ?? null,
    units: state?.units ?? null,
    activeToday: state?.activeToday ?? null,
    outbox: state?.outbox ?? null,
    queue: jobs?.waiting ?? null,
    failedJobs: jobs?.failed ?? null,
    answers: answers?.answers ?? 0,
    failures: answers?.failures ?? 0,
    databaseBytes: server?.bytes.get(schema) ?? null,
    fileBytes: measure?.fileBytes ?? null,
    slowQueries: server?.slow ? (server.slow.get(schema) ?? 0) : null,
    lastBackup: counts.backups.get(id) ?? null,
    auditChain: measure?.auditChain ?? null,
    measuredAt: measure?.at ?? null,
  }
}
