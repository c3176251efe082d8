import { formatDate, isDay, type Moment } from './format-date'

export type DueUnit = 'minutes' | 'hours' | 'days'

export interface DueDistance {
  late: boolean
  unit: DueUnit
  /** Whole units, rounded down; 0 minutes is now. */
  count: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How far a due moment is: minutes below an hour, hours below two days, then days of 24 hours. A day without a time is so
 * many days from today in the zone, and late when it is over.
 */
export function dueDistance(at: Moment, now: Moment, zone: string): DueDistance {
  if (isDay(at)) {
    const today = formatDate(now, { zone, locale: 'vi' }).split('/').reverse().join('-')
    const days = Math.round((Date.parse(at) - Date.parse(today)) / day)
    return { late: days < 0, unit: 'days', count: Math.abs(days) }
  }
  const difference = new Date(at).getTime() - new Date(now).getTime()
  const size = Math.abs(difference)
  const late = difference < 0
  if (size < hour) return { late, unit: 'minutes', count: Math.floor(size / minute) }
  if (size < 2 * day) return { late, unit: 'hours', count: Math.floor(size / hour) }
  return { late, unit: 'days', count: Math.floor(size / day) }
}
