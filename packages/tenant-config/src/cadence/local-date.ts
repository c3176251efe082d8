import { tzOffset } from '@date-fns/tz'
import type { IsoDate } from '../schema/dated'

const DAY = 86_400_000
const MINUTE = 60_000

/** Days since 1970-01-01; plain arithmetic, no zone. */
export const dayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / DAY
export const dateOf = (day: number): IsoDate => new Date(day * DAY).toISOString().slice(0, 10)
export const addDays = (date: IsoDate, days: number): IsoDate => dateOf(dayNumber(date) + days)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: IsoDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** Months counted from year 0, so that month arithmetic is addition. */
export const monthNumber = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** @param day 1-based; days past the month's end fall on its last day, 0 is the last day of the month before */
export function dayOfMonth(month: number, day: number | 'last'): IsoDate {
  const year = Math.floor(month / 12)
  const first = Date.UTC(year, month - year * 12, 1) / DAY
  const length = Date.UTC(year, month - year * 12 + 1, 1) / DAY - first
  return dateOf(first + (day === 'last' ? length : Math.min(day, length)) - 1)
}

/** The local day and clock time (HH:MM) of an instant in a zone. */
export function localOf(instant: Date, zone: string): { date: IsoDate; time: string } {
  const shifted = new Date(instant.getTime() + tzOffset(zone, instant) * MINUTE).toISOString()
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) }
}

/** The instant of a local day and time; `end` is that day's last millisecond. */
export function instantOf(date: IsoDate, time: string | 'end', zone: string): Date {
  const wall = Date.parse(time === 'end' ? `${date}T23:59:59.999Z` : `${date}T${time}:00Z`)
  const guess = wall - tzOffset(zone, new Date(wall)) * MINUTE
  return new Date(wall - tzOffset(zone, new Date(guess)) * MINUTE)
}
