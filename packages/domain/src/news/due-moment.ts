import type { CompiledConfiguration, TenantContext } from '@sotay/kernel'
import { deadlineFor, type WorkingCalendar, workingCalendar } from '@sotay/tenant-config'

const calendars = new WeakMap<CompiledConfiguration, WorkingCalendar>()

/**
 * Until when an article on an event must be published, by the province's own deadlines (QN 12.1).
 * @returns null when there is no event, or no deadline in force for it
 */
export function dueMoment({ config }: TenantContext, eventAt: Date | null): Date | null {
  if (!eventAt || !config.newsroom) return null
  const calendar = calendars.get(config) ?? workingCalendar(config.calendar, config.timezone)
  calendars.set(config, calendar)
  return deadlineFor({ endedAt: eventAt }, config.newsroom.deadlines, calendar)?.dueAt ?? null
}
