import type { IsoDate } from '../schema/dated'
import type { ReportingDuty } from '../schema/reporting'
import type { Cadence } from './cadence'
import { addDays, instantOf, localOf } from './local-date'
import { type HolidayMove, moveForHolidays } from './move-for-holidays'
import { turnsFrom } from './periods'
import type { WorkingCalendar } from './working-calendar'

export interface DueMoment {
  /** `2024-01`, `2024-Q1`, `2024-H1`, `2024`; halves of a month `2024-01a`, `2024-01b`; weeks and single dates by first day. */
  period: string
  periodStart: IsoDate
  periodEnd: IsoDate
  dueAt: Date
}

export interface DueOptions {
  zone: string
  calendar: WorkingCalendar
  /** When the day is no working day. Default: it stays. */
  onHoliday?: HolidayMove
}

// No run of days off is longer; a due day moved for holidays stays within it.
const LONGEST_MOVE = 31
const END_OF_TIME = new Date(Date.UTC(9999, 0, 1))

/**
 * The moments a cadence falls due, from ≤ dueAt < to, strictly increasing, one for each period.
 * `within` and `on-demand` have none of their own: they follow an event (see nextDue).
 */
export function* dueMoments(cadence: Cadence, options: DueOptions & { from: Date; to: Date }): Generator<DueMoment> {
  const { from, to, zone, calendar } = options
  if (!(from < to) || cadence.kind === 'within' || cadence.kind === 'on-demand') return
  const first = addDays(localOf(from, zone).date, -LONGEST_MOVE)
  const last = addDays(localOf(to, zone).date, LONGEST_MOVE)
  const turns = turnsFrom(cadence, first, calendar.rules)
  for (const turn of moveForHolidays(turns, options.onHoliday ?? 'same-day', calendar)) {
    if (turn.due > last) return
    const dueAt = instantOf(turn.day, cadence.at ?? 'end', zone)
    if (from <= dueAt && dueAt < to) {
      yield { period: turn.period, periodStart: turn.start, periodEnd: turn.end, dueAt }
    }
  }
}

/**
 * The first moment due after an instant; for `within`, that long after it.
 * @returns undefined when there is none (a single date that has passed, on demand)
 */
export function nextDue(cadence: Cadence, after: Date, options: DueOptions): DueMoment | undefined {
  if (cadence.kind === 'within') {
    const { date } = localOf(after, options.zone)
    const dueAt = new Date(after.getTime() + cadence.minutes * 60_000)
    return { period: date, periodStart: date, periodEnd: date, dueAt }
  }
  const from = new Date(after.getTime() + 1)
  for (const moment of dueMoments(cadence, { ...options, from, to: END_OF_TIME })) return moment
  return undefined
}

/** The moments of a reporting duty while it is in force: its own way with holidays, its own first and last day. */
export function* dutyMoments(
  duty: Pick<ReportingDuty, 'due' | 'onHoliday' | 'from' | 'until'>,
  options: Omit<DueOptions, 'onHoliday'> & { from: Date; to: Date },
): Generator<DueMoment> {
  const start = duty.from ? instantOf(duty.from, '00:00', options.zone) : options.from
  const stop = duty.until ? instantOf(addDays(duty.until, 1), '00:00', options.zone) : options.to
  const from = new Date(Math.max(start.getTime(), options.from.getTime()))
  const to = new Date(Math.min(stop.getTime(), options.to.getTime()))
  yield* dueMoments(duty.due, { ...options, onHoliday: duty.onHoliday, from, to })
}
