import { dayIn } from '@sotay/kernel'
import type { BackupPlan } from './backup-plan'

interface Dated {
  id: string
  finishedAt: Date
}

/**
 * Which archives a plan keeps: the newest of each of the last days, weeks and months that have one.
 * @param zone in which a day begins
 */
export function chooseKept(
  archives: readonly Dated[],
  { daily, weekly, monthly }: Pick<BackupPlan, 'daily' | 'weekly' | 'monthly'>,
  zone: string,
): Set<string> {
  const newestFirst = [...archives].sort((one, other) => other.finishedAt.getTime() - one.finishedAt.getTime())
  const kept = new Set<string>()
  const keep = (count: number, period: (day: string) => string) => {
    const seen = new Set<string>()
    for (const { id, finishedAt } of newestFirst) {
      const name = period(dayIn(zone, finishedAt))
      if (seen.has(name)) continue
      if (seen.size >= count) return
      seen.add(name)
      kept.add(id)
    }
  }
  keep(daily, (day) => day)
  keep(weekly, weekOf)
  keep(monthly, (day) => day.slice(0, 7))
  return kept
}

/** The Monday on or before a day. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}
