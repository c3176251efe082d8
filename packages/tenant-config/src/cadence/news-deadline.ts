import { inForce } from '../in-force'
import type { NewsDeadline } from '../schema/newsroom'
import { localOf } from './local-date'
import type { WorkingCalendar } from './working-calendar'

/** Something to be published: an event by its end, a document by its issue (provincial) or receipt (central). */
export type NewsEvent =
  | { kind?: 'event'; endedAt: Date; startedAt?: Date }
  | { kind: 'provincial-document-issued' | 'central-document-received'; at: Date }

/**
 * Until when an item must be published. An event counts as held out of hours when it began (or, if that is not
 * known, ended) outside office hours or on a day off; the minutes themselves run on the clock (QN 12.1).
 * @returns undefined when the tenant has no deadline in force for such an item
 */
export function deadlineFor(
  event: NewsEvent,
  deadlines: readonly NewsDeadline[],
  calendar: WorkingCalendar,
): { dueAt: Date; rule: NewsDeadline } | undefined {
  const start = 'at' in event ? event.at : event.endedAt
  const when = 'at' in event ? event.kind : occasion(event.startedAt ?? event.endedAt, calendar)
  const { date } = localOf(start, calendar.zone)
  const rule = deadlines.find((one) => one.when === when && inForce(one, date))
  return rule && { dueAt: new Date(start.getTime() + rule.within * 60_000), rule }
}

const occasion = (held: Date, calendar: WorkingCalendar) =>
  calendar.isWorkingMoment(held) ? ('working-hours' as const) : ('out-of-hours' as const)
