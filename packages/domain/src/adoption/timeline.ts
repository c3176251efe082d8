import { addDays } from '@sotay/kernel'

const [WEEKS, MONTHS] = [7, 12]

/** The last day of the month so many months before the day's own. */
function monthEnd(day: string, before: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - before, 0)).toISOString().slice(0, 10)
}

/** The days a line is drawn through before it comes to the day: the weeks before it, and the ends of months before those. */
export function daysBefore(day: string): string[] {
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(day, -7 * (index + 1)))
  const first = weeks.at(-1)!
  const months = Array.from({ length: MONTHS }, (_, index) => monthEnd(day, index + 1)).filter((point) => point < first)
  return [...months, ...weeks].sort()
}
