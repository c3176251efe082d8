import { getSolarDate } from '@dqcai/vn-lunar'
import { inForce } from '../in-force'
import type { CalendarRules, HolidayRule } from '../schema/calendar'
import type { IsoDate } from '../schema/dated'
import { addDays, dateOf, dayNumber, weekdayOf } from './local-date'

/** Days off of the rules' year (a lunar year by the solar year its first day falls in), with their names. */
export function daysOff(rules: CalendarRules, year: number): Map<IsoDate, string> {
  const off = new Map<IsoDate, string>()
  for (const rule of [...rules.holidays, ...rules.extraHolidays]) {
    for (const date of daysOfRule(rule, year)) off.set(date, rule.name)
  }
  if (rules.substituteDays) addSubstitutes(off, rules)
  return off
}

function daysOfRule(rule: HolidayRule, year: number): IsoDate[] {
  const base = rule.solar ? `${year}-${rule.solar}` : solarOf(rule.lunar ?? '', year)
  if (!inForce(rule, base)) return []
  const first = dayNumber(base) + (rule.years[String(year)]?.offset ?? rule.offset)
  return Array.from({ length: rule.days }, (_, index) => dateOf(first + index))
}

function solarOf(lunar: string, year: number): IsoDate {
  const { year: solarYear, month, day } = getSolarDate(Number(lunar.slice(3)), Number(lunar.slice(0, 2)), year)
  return dateOf(Date.UTC(solarYear, month - 1, day) / 86_400_000)
}

/** A holiday on a weekly day off is made good on the next working day (BLLĐ 111.3). */
function addSubstitutes(off: Map<IsoDate, string>, rules: CalendarRules): void {
  const rests = (date: IsoDate) => !rules.workingDays.includes(weekdayOf(date))
  for (const [date, name] of [...off].filter(([date]) => rests(date)).sort()) {
    let made = addDays(date, 1)
    while (off.has(made) || rests(made)) made = addDays(made, 1)
    off.set(made, `Nghỉ bù ${name}`)
  }
}
