import { type JobStatus, readQueueStatus } from '@sotay/jobs'
import { sql } from 'drizzle-orm'
import { type OperationsContext, provinceLine } from '../context'

export interface PlatformStatus {
  database: { ok: boolean; version?: string; milliseconds?: number; failure?: string }
  store: { ok: boolean; failure?: string }
  queue: { waiting: number; running: number; retrying: number; dead: number; oldestSeconds: number; jobs: JobStatus[] }
  tenants: { active: number; suspended: number; provisioning: number }
  /** Slugs whose tables are older than this version's. */
  behind: string[]
  migration: string | null
}

/** How the installation is: database, store, queue, provinces. A part that fails is described, not thrown. */
export async function platformStatus(ctx: OperationsContext): Promise<PlatformStatus> {
  const [database, store, jobs] = await Promise.all([
    probeDatabase(ctx),
    ctx.store.check().then(() => ({ ok: true }), failed),
    readQueueStatus(ctx.platform).catch(() => [] as JobStatus[]),
  ])
  if (database.ok) await ctx.directory.refresh()
  const records = ctx.directory.list()
  const having = (status: string) => records.filter((record) => record.status === status).length
  const migration = provinceLine.migrations.at(-1)?.name ?? null
  const sum = (key: 'waiting' | 'running' | 'retrying' | 'dead') => jobs.reduce((total, job) => total + job[key], 0)
  return {
    database,
    store,
    queue: {
      waiting: sum('waiting'),
      running: sum('running'),
      retrying: sum('retrying'),
      dead: sum('dead'),
      oldestSeconds: Math.max(0, ...jobs.map((job) => job.oldestSeconds)),
      jobs,
    },
    tenants: { active: having('active'), suspended: having('suspended'), provisioning: having('provisioning') },
    behind: records.filter((record) => record.migration !== migration).map((record) => record.slug),
    migration,
  }
}

async function probeDatabase(ctx: OperationsContext): Promise<PlatformStatus['database']> {
  const start = performance.now()
  try {
    const [row] = await ctx.platform.execute<{ version: string }>(
      sql`select current_setting('server_version') as version`,
    )
    return { ok: true, version: row?.version, milliseconds: Math.round(performance.now() - start) }
  } catch (error) {
    return failed(error)
  }
}

const failed = (error: unknown) => ({ ok: false, failure: error instanceof Error ? error.message : String(error) })
