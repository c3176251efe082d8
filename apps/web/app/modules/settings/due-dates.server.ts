import { readPlace } from '@sotay/domain/settings'
import type { TenantContext } from '@sotay/kernel'
import { type CalendarRules, parseCadence, type SectionValue } from '@sotay/tenant-config'
import { cadenceInputs } from './cadence-inputs'
import type { DueCalendar } from './due-dates'

/** What the page needs to work out due moments, on the server and, as somebody types, in the browser. */
export function dueDatesOf(ctx: TenantContext, calendar: CalendarRules, rule: SectionValue | undefined): DueCalendar {
  const said = (name: string) => {
    const value = readPlace(rule, [name])
    return typeof value === 'string' ? value : ''
  }
  return {
    calendar,
    zone: ctx.config.timezone,
    now: ctx.clock.now().toISOString(),
    saved: {
      ...Object.fromEntries(
        Object.entries(cadenceInputs(parseCadence(said('due')))).map(([part, value]) => [`due.${part}`, value]),
      ),
      onHoliday: said('onHoliday'),
      from: said('from'),
      until: said('until'),
    },
  }
}
