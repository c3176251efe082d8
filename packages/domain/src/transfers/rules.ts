import { dayIn, NotFound, type TenantContext } from '@sotay/kernel'
import type { Transfers } from '@sotay/tenant-config'

/** The province's rules of transfers. @throws NotFound where it has none */
export function rulesOf({ config }: Pick<TenantContext, 'config'>): Transfers {
  if (!config.transfers) throw new NotFound()
  return config.transfers
}

/** Today, in the province's zone. */
export const todayOf = (ctx: Pick<TenantContext, 'config' | 'clock'>): string =>
  dayIn(ctx.config.timezone, ctx.clock.now())

/** Until when the present step is to be answered. */
export const dueAt = (ctx: Pick<TenantContext, 'config'>, statusAt: Date): Date =>
  new Date(statusAt.getTime() + rulesOf(ctx).answerDays * 86_400_000)

/** The day so many months later; the last of the month where that month is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
