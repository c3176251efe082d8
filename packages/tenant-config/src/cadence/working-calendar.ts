import type { CalendarRules } from '../schema/calendar'
import type { IsoDate } from '../schema/dated'
import { daysOff } from './days-off'
import { addDays, localOf, weekdayOf } from './local-date'

export interface WorkingCalendar {
  readonly zone: string
  readonly rules: CalendarRules
  /** The holiday's name, a substitute day's, or undefined on any other day. */
  holidayName(date: IsoDate): string | undefined
  isHoliday(date: IsoDate): boolean
  isWorkingDay(date: IsoDate): boolean
  /** Whether an instant lies in office hours, both ends of a span included. */
  isWorkingMoment(at: Date): boolean
  nextWorkingDay(date: IsoDate): IsoDate
  previousWorkingDay(date: IsoDate): IsoDate
}

/**
 * The working days and hours of a province; years are worked out once and kept.
 * @param zone IANA zone that days and hours are counted in
 */
export function workingCalendar(rules: CalendarRules, zone: string): WorkingCalendar {
  const years = new Map<number, Map<IsoDate, string>>()
  const yearOff = (year: number) => {
    const known = years.get(year) ?? daysOff(rules, year)
    years.set(year, known)
    return known
  }
  const swappedOff = new Set(rules.swappedDays.map((swap) => swap.off))
  const swappedWork = new Set(rules.swappedDays.flatMap((swap) => swap.work ?? []))

  const holidayName = (date: IsoDate) => {
    const year = Number(date.slice(0, 4))
    const own = yearOff(year).get(date)
    // A lunar or moved holiday may cross New Year; only then can a neighbouring year matter.
    const edge = own ?? (date.slice(5) < '02-28' ? yearOff(year - 1).get(date) : undefined)
    return edge ?? (date.slice(5) > '12-20' ? yearOff(year + 1).get(date) : undefined) ?? swappedName(date)
  }
  const swappedName = (date: IsoDate) => (swappedOff.has(date) ? 'Nghỉ hoán đổi' : undefined)
  const isHoliday = (date: IsoDate) => holidayName(date) !== undefined
  const isWorkingDay = (date: IsoDate) =>
    !isHoliday(date) && (rules.workingDays.includes(weekdayOf(date)) || swappedWork.has(date))
  const step = (date: IsoDate, by: 1 | -1): IsoDate => {
    let day = addDays(date, by)
    while (!isWorkingDay(day)) day = addDays(day, by)
    return day
  }

  return {
    zone,
    rules,
    holidayName,
    isHoliday,
    isWorkingDay,
    isWorkingMoment(at) {
      const { date, time } = localOf(at, zone)
      return isWorkingDay(date) && rules.workingHours.some((span) => span.from <= time && time <= span.to)
    },
    nextWorkingDay: (date) => step(date, 1),
    previousWorkingDay: (date) => step(date, -1),
  }
}
