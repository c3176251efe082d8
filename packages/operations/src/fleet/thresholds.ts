import { Invalid } from '@sotay/kernel'
import { platformSetting } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { OperationsContext } from '../context'
import { fieldsOf } from '../operators/fields-of'
import { recordOperation } from '../record-operation'

const whole = (least: number, most: number) =>
  z.coerce.number({ error: 'operations.number-needed' }).int().min(least, 'operations.number-needed').max(most)

/** From when on something of the fleet is an alert. */
export const thresholdsInput = z.object({
  backupHours: whole(1, 1000).default(26),
  failedJobs: whole(1, 100_000).default(1),
  failedAnswers: whole(1, 100_000).default(5),
  waitingJobs: whole(1, 1_000_000).default(1000),
  diskPercent: whole(1, 100).default(85),
  certificateDays: whole(1, 365).default(14),
  /** The longest a support visit may be asked for. */
  visitMinutes: whole(5, 480).default(60),
})
export type Thresholds = z.output<typeof thresholdsInput>

const KEY = 'thresholds'

/** What was set, with the default for what was not. */
export async function readThresholds(ctx: Pick<OperationsContext, 'platform'>): Promise<Thresholds> {
  const [row] = await ctx.platform.select().from(platformSetting).where(eq(platformSetting.key, KEY))
  return thresholdsInput.parse(row?.value ?? {})
}

/** Sets them all. @throws Invalid by field */
export async function changeThresholds(
  ctx: OperationsContext,
  input: z.input<typeof thresholdsInput>,
): Promise<Thresholds> {
  const parsed = thresholdsInput.safeParse(input)
  if (!parsed.success) throw new Invalid(fieldsOf(parsed.error))
  const row = { key: KEY, value: parsed.data }
  await ctx.platform.insert(platformSetting).values(row).onConflictDoUpdate({ target: platformSetting.key, set: row })
  await recordOperation(ctx, 'thresholds.changed', null, { ...parsed.data })
  return parsed.data
}
