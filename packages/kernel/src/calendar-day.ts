import { dayIn } from './clock'
import type { TenantContext } from './context'

/** Today where the province is, `YYYY-MM-DD`. */
export const todayOf = ({ config, clock }: Pick<TenantContext, 'config' | 'clock'>): string =>
  dayIn(config.timezone, clock.now())

/** @param days may be negative */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day of the month so many months later; the month's last day where it has no such day. @param day YYYY-MM-DD */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The same day so many years later. @param years may be negative */
export const addYears = (day: string, years: number): string => addMonths(day, years * 12)
