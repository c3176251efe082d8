import type { IsoDate } from '../schema/dated'
import type { ReportingDuty } from '../schema/reporting'
import type { Turn } from './periods'
import type { WorkingCalendar } from './working-calendar'

export type HolidayMove = ReportingDuty['onHoliday']

/**
 * Each turn with the day it is really due. A move that would reach the neighbouring turn is not made (a weekly duty in a
 * long Tết stays on its day), so that every turn keeps a day of its own, in order.
 */
export function* moveForHolidays(
  turns: Iterable<Turn>,
  move: HolidayMove,
  calendar: WorkingCalendar,
): Generator<Turn & { day: IsoDate }> {
  let before: Turn | undefined
  let turn: Turn | undefined
  const settled = (one: Turn, next?: Turn) => ({ ...one, day: moved(one.due, move, calendar, before?.due, next?.due) })
  for (const next of turns) {
    if (turn) yield settled(turn, next)
    before = turn
    turn = next
  }
  if (turn) yield settled(turn)
}

function moved(due: IsoDate, move: HolidayMove, calendar: WorkingCalendar, before = '', next = '9999-12-31'): IsoDate {
  if (move === 'same-day' || calendar.isWorkingDay(due)) return due
  const day = move === 'next' ? calendar.nextWorkingDay(due) : calendar.previousWorkingDay(due)
  return before < day && day < next ? day : due
}
