import { Conflict, dayIn } from '@sotay/kernel'
import type { TenantRecord } from '@sotay/tenancy'
import { backup } from '@sotay/tenancy/schema'
import { and, asc, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { mendHold } from '../moves/mend-hold'
import { finishRemoval } from '../removal/finish-removal'
import { withLock } from '../with-lock'
import { type BackupPlan, readBackupPlan } from './backup-plan'
import { backupTenant } from './backup-tenant'
import { drillBackup } from './drill-backup'
import { explain } from './explain'
import { pruneBackups } from './prune-backups'

export interface UpkeepRound {
  taken: string[]
  drilled: string[]
  /** Provinces whose days of grace were over. */
  removed: string[]
  /** What could not be done, by slug. */
  failures: { slug: string; failure: string }[]
}

const DAY_MS = 86_400_000
/** A province just made is left alone: it is being filled. */
const YOUNG_MS = 6 * 3_600_000

/**
 * One round of upkeep: archives asked for, archives due tonight, drills, retention, one province after another. Where
 * another process is at it, this one leaves it to that one.
 */
export async function runUpkeep(ctx: OperationsContext): Promise<UpkeepRound> {
  const round: UpkeepRound = { taken: [], drilled: [], removed: [], failures: [] }
  try {
    await withLock(ctx, 'upkeep', async () => {
      await ctx.directory.refresh()
      const plan = await readBackupPlan(ctx)
      await takeAsked(ctx, round)
      for (const record of ctx.directory.list()) {
        if (record.heldUntil && record.heldUntil < ctx.clock.now())
          await attempt(record.slug, round, () => mendHold(ctx, record))
        if (record.status === 'active' || record.status === 'suspended') await keep(ctx, record, plan, round)
        if (record.status === 'removing' && record.removeAt && record.removeAt < ctx.clock.now()) {
          await attempt(record.slug, round, async () => {
            await finishRemoval(ctx, record.slug)
            round.removed.push(record.slug)
          })
        }
      }
    })
  } catch (error) {
    if (!(error instanceof Conflict && error.code === 'operations.busy')) throw error
  }
  return round
}

async function takeAsked(ctx: OperationsContext, round: UpkeepRound): Promise<void> {
  const asked = await ctx.platform
    .select({ id: backup.id, slug: backup.slug, kind: backup.kind })
    .from(backup)
    .where(isNull(backup.startedAt))
    .orderBy(asc(backup.askedAt))
  for (const { id, slug, kind } of asked) {
    await attempt(slug, round, async () => {
      await backupTenant(ctx, slug, { kind, asked: id })
      round.taken.push(slug)
    })
  }
}

async function keep(ctx: OperationsContext, record: TenantRecord, plan: BackupPlan, round: UpkeepRound) {
  const { slug, id: tenantId } = record
  await attempt(slug, round, async () => {
    const { config } = await ctx.directory.context(record, { actor: ctx.actor })
    const old = ctx.clock.now().getTime() - record.createdAt.getTime() > YOUNG_MS
    if (old && (await isDue(ctx, tenantId, plan, config.timezone))) {
      await backupTenant(ctx, slug, { kind: 'scheduled' })
      round.taken.push(slug)
      await pruneBackups(ctx, tenantId)
    }
    const newest = await drillDue(ctx, tenantId, plan)
    if (!newest) return
    const { outcome, findings } = await drillBackup(ctx, newest)
    round.drilled.push(slug)
    if (outcome !== 'equal') round.failures.push({ slug, failure: findings.join('; ') })
  })
}

async function attempt(slug: string, round: UpkeepRound, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    round.failures.push({ slug, failure: explain(error) })
  }
}

/** Whether today's archive was not yet tried, and its hour has come. */
async function isDue(ctx: OperationsContext, tenantId: string, { hour }: BackupPlan, zone: string): Promise<boolean> {
  const now = ctx.clock.now()
  const today = dayIn(zone, now)
  const hourNow = Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit' }).format(now))
  if (hourNow < hour) return false
  const scheduled = and(eq(backup.tenantId, tenantId), eq(backup.kind, 'scheduled'))
  const [last] = await ctx.platform
    .select({ at: backup.askedAt })
    .from(backup)
    .where(scheduled)
    .orderBy(desc(backup.askedAt))
    .limit(1)
  return !last || dayIn(zone, last.at) < today
}

/** The newest archive, when it was not restored for a test and the last such test is long enough ago. */
async function drillDue(ctx: OperationsContext, tenantId: string, { drillEveryDays }: BackupPlan) {
  if (drillEveryDays === 0) return undefined
  const own = and(eq(backup.tenantId, tenantId), isNotNull(backup.key))
  const since = new Date(ctx.clock.now().getTime() - drillEveryDays * DAY_MS + DAY_MS / 4)
  const [recent] = await ctx.platform
    .select({ id: backup.id })
    .from(backup)
    .where(and(own, gt(backup.drilledAt, since)))
  if (recent) return undefined
  const whole = and(own, isNotNull(backup.verifiedAt))
  const [newest] = await ctx.platform
    .select({ id: backup.id })
    .from(backup)
    .where(whole)
    .orderBy(desc(backup.finishedAt))
    .limit(1)
  return newest?.id
}
