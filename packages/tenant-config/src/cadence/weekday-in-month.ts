import type { CalendarRules } from '../schema/calendar'
import type { IsoDate } from '../schema/dated'
import { dateOf, dayNumber, dayOfMonth, weekdayOf } from './local-date'

/**
 * “Thursday of the month's second week” (BT 8.2) by the tenant's convention: `nth-weekday` the second Thursday;
 * `calendar-week` the week (Monday to Sunday) that holds day 1 is the first; `full-week` the first whole week is.
 * Always a day of that month: a week that has none there gives the nearest that does.
 */
export function weekdayInMonth(
  month: number,
  weekday: number,
  week: number | 'last',
  convention: CalendarRules['weekOfMonth'],
): IsoDate {
  const firstDay = dayOfMonth(month, 1)
  const [first, last] = [dayNumber(firstDay), dayNumber(dayOfMonth(month, 'last'))]
  let day = firstOf(first, weekdayOf(firstDay), weekday, convention) + 7 * (week === 'last' ? 5 : week - 1)
  while (day < first) day += 7
  while (day > last) day -= 7
  return dateOf(day)
}

function firstOf(first: number, startsOn: number, weekday: number, convention: CalendarRules['weekOfMonth']): number {
  if (convention === 'nth-weekday') return first + ((weekday - startsOn + 7) % 7)
  const monday = first + 1 - startsOn
  return (convention === 'full-week' && startsOn > 1 ? monday + 7 : monday) + weekday - 1
}
