import { addDays, type TenantContext, todayOf } from '@sotay/kernel'
import { readWritten, type WrittenConfiguration, workingCalendar } from '@sotay/tenant-config'

export interface DayOff {
  from: string
  to: string
  name: string
}

/** The days off of this year and the next, as drafted; nothing while the draft contradicts itself. */
export function daysOffOf(ctx: TenantContext, whole: WrittenConfiguration) {
  const { configuration } = readWritten(whole)
  if (!configuration) return null
  const calendar = workingCalendar(configuration.calendar, configuration.timezone)
  const first = Number(todayOf(ctx).slice(0, 4))
  return { years: [first, first + 1].map((year) => ({ year, days: daysOf(calendar, year) })) }
}

function daysOf(calendar: ReturnType<typeof workingCalendar>, year: number): DayOff[] {
  const found: DayOff[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const name = calendar.holidayName(day)
    const last = found.at(-1)
    if (!name) continue
    if (last && last.name === name && addDays(last.to, 1) === day) last.to = day
    else found.push({ from: day, to: day, name })
  }
  return found
}
