import {
  type Cadence,
  type CalendarRules,
  dutyMoments,
  type ReportingDuty,
  workingCalendar,
} from '@sotay/tenant-config'
import { cadenceOf } from './cadence-inputs'

const SHOWN = 6
const YEARS = 12
const DAY = /^\d{4}-\d\d-\d\d$/

export interface Asked {
  calendar: CalendarRules
  zone: string
  now: string
}

/** What the inputs of a duty say: its cadence, and the next six moments it falls due; nothing while they say nothing. */
export function nextMoments(
  { calendar, zone, now }: Asked,
  inputs: Readonly<Record<string, string>>,
): { cadence: Cadence; moments: Date[] } | undefined {
  const due = Object.entries(inputs).flatMap(([name, value]) =>
    name.startsWith('due.') ? [[name.slice(4), value]] : [],
  )
  const cadence = cadenceOf(Object.fromEntries(due))
  if (!cadence) return undefined
  const from = new Date(now)
  const to = new Date(from)
  to.setUTCFullYear(to.getUTCFullYear() + YEARS)
  const days = { from: dayOf(inputs.from), until: dayOf(inputs.until) }
  const moments: Date[] = []
  const duty = { due: cadence, onHoliday: holidayMove(inputs.onHoliday), ...days }
  for (const { dueAt } of dutyMoments(duty, { zone, calendar: workingCalendar(calendar, zone), from, to })) {
    if (moments.push(dueAt) === SHOWN) break
  }
  return { cadence, moments }
}

const dayOf = (typed: string | undefined) => (typed && DAY.test(typed) ? typed : undefined)

const holidayMove = (typed: string | undefined): ReportingDuty['onHoliday'] =>
  typed === 'previous' || typed === 'next' ? typed : 'same-day'
