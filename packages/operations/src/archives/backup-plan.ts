import { platformSetting } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'

const kept = z.number().int().min(0).max(400)

const planSchema = z.object({
  /** Hour of the day, in the province's zone, from which it is backed up. */
  hour: z.number().int().min(0).max(23).default(1),
  /** How many archives are kept: one a day, a week, a month. */
  daily: kept.min(1).default(7),
  weekly: kept.default(4),
  monthly: kept.default(12),
  /** Days between two drills of a province's newest archive; 0 for none. */
  drillEveryDays: z.number().int().min(0).max(90).default(1),
  /** What becomes of a removed province's archives. */
  afterRemoval: z.enum(['keep', 'destroy']).default('keep'),
  /** Days in which a province being removed can be called back. */
  graceDays: z.number().int().min(0).max(365).default(30),
})

/** How provinces are kept, for the whole installation. */
export type BackupPlan = z.infer<typeof planSchema>

const KEY = 'backups'

export async function readBackupPlan({ platform }: Pick<OperationsContext, 'platform'>): Promise<BackupPlan> {
  const [row] = await platform.select().from(platformSetting).where(eq(platformSetting.key, KEY))
  return planSchema.parse(row?.value ?? {})
}

/** Changes parts of the plan. @throws ZodError for what cannot be */
export async function changeBackupPlan(ctx: OperationsContext, change: Partial<BackupPlan>): Promise<BackupPlan> {
  const value = planSchema.parse({ ...(await readBackupPlan(ctx)), ...change })
  await ctx.platform
    .insert(platformSetting)
    .values({ key: KEY, value })
    .onConflictDoUpdate({ target: platformSetting.key, set: { value } })
  await recordOperation(ctx, 'backup.plan-changed', null, { ...change })
  return value
}
