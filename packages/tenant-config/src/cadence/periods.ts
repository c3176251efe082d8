import type { CalendarRules } from '../schema/calendar'
import type { IsoDate } from '../schema/dated'
import type { Boundary, Cadence, Period } from './cadence'
import { addDays, dateOf, dayNumber, dayOfMonth, monthNumber } from './local-date'
import { weekdayInMonth } from './weekday-in-month'

/** One turn of a cadence: what it covers, and the day it falls due before any move for a holiday. */
export interface Turn {
  period: string
  start: IsoDate
  end: IsoDate
  due: IsoDate
}

export type Conventions = Pick<CalendarRules, 'weekOfMonth' | 'beforeDay' | 'midMonth'>

const months: Record<Period, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** The turns of a cadence in order, endless but for `once`, beginning early enough to hold all due from `from` on. */
export function* turnsFrom(cadence: Cadence, from: IsoDate, conventions: Conventions): Generator<Turn> {
  switch (cadence.kind) {
    case 'once':
      return yield onDate(cadence.date, lastDayFor(cadence.date, cadence.boundary, conventions))
    case 'weeks':
      return yield* weekTurns(cadence.anchor, cadence.every * 7, from)
    case 'weekday-of-month':
      for (let month = monthNumber(from) - 1; ; month++) {
        yield {
          ...spanOf('month', month),
          due: weekdayInMonth(month, cadence.weekday, cadence.week, conventions.weekOfMonth),
        }
      }
    case 'mid-and-end-of-month':
      for (let month = monthNumber(from) - 1; ; month++) yield* halves(month, conventions.midMonth)
    case 'day-of-period':
      for (let month = firstMonth(cadence.period, from); ; month += months[cadence.period]) {
        const last = month + months[cadence.period] - 1 + cadence.monthOffset
        const back = cadence.boundary === 'before' && conventions.beforeDay === 'previous-day' ? 1 : 0
        const day = cadence.day === 'last' ? 'last' : cadence.day - back
        yield { ...spanOf(cadence.period, month), due: dayOfMonth(last, day) }
      }
  }
}

const onDate = (date: IsoDate, due: IsoDate): Turn => ({ period: date, start: date, end: date, due })

const lastDayFor = (date: IsoDate, boundary: Boundary, conventions: Conventions): IsoDate =>
  boundary === 'before' && conventions.beforeDay === 'previous-day' ? addDays(date, -1) : date

function* weekTurns(anchor: IsoDate, length: number, from: IsoDate): Generator<Turn> {
  const origin = dayNumber(anchor)
  const passed = Math.max(0, Math.floor((dayNumber(from) - origin) / length) - 1)
  for (let first = origin + passed * length; ; first += length) {
    const [start, end] = [dateOf(first), dateOf(first + length - 1)]
    yield { period: start, start, end, due: end }
  }
}

function* halves(month: number, middle: number): Generator<Turn> {
  const { period, start, end } = spanOf('month', month)
  const mid = dayOfMonth(month, middle)
  yield { period: `${period}a`, start, end: mid, due: mid }
  yield { period: `${period}b`, start: addDays(mid, 1), end, due: end }
}

/** Two periods back: one for the month offset (at most a year), one for a due day moved past `from`. */
const firstMonth = (period: Period, from: IsoDate): number => {
  const month = monthNumber(from)
  return month - (month % months[period]) - 2 * months[period]
}

function spanOf(period: Period, month: number): Omit<Turn, 'due'> {
  const start = dayOfMonth(month, 1)
  const year = start.slice(0, 4)
  const turn = Math.floor((month % 12) / months[period]) + 1
  const names = { month: start.slice(0, 7), quarter: `${year}-Q${turn}`, 'half-year': `${year}-H${turn}`, year }
  return { period: names[period], start, end: dayOfMonth(month + months[period] - 1, 'last') }
}
