import national from '../../data/holidays-vn.json'
import { describeCadence } from '../cadence/describe-cadence'
import { canonicalJson } from '../compare/canonical-json'
import type { TenantConfiguration } from '../configuration'
import { sharedHolidays } from '../schema/calendar'
import { writeCorrespondent, writeDuration, writeWeekday } from './write-phrases'

type Section<Key extends keyof TenantConfiguration> = NonNullable<TenantConfiguration[Key]>

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)

// A database keeps no order of names that a province chose itself.
const inOrder = (record: object) =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))

/** What of a section stands otherwise in the file than in the configuration read from it. Sections not here are alike. */
export const writers = {
  regulations: (read: Section<'regulations'>) => {
    const shared: Record<string, unknown> = national.regulations
    return inOrder(Object.fromEntries(Object.entries(read).filter(([key, value]) => !same(shared[key], value))))
  },
  organisation: ({ levels, ...read }: Section<'organisation'>) => ({
    levels: levels.map((level) => ({
      ...level,
      committee: level.committee.length === 1 ? level.committee[0] : level.committee,
    })),
    ...read,
  }),
  newsroom: (read: Section<'newsroom'>) => ({
    ...read,
    deadlines: read.deadlines.map((rule) => ({ ...rule, within: writeDuration(rule.within) })),
  }),
  petitions: (read: Section<'petitions'>) => ({
    ...read,
    receivedBy: writeCorrespondent(read.receivedBy),
    routedTo: read.routedTo.map(writeCorrespondent),
    ...(read.replyWithin === undefined ? {} : { replyWithin: writeDuration(read.replyWithin) }),
  }),
  calendar: (read: Section<'calendar'>) => ({
    ...read,
    workingDays: read.workingDays.map(writeWeekday),
    workingHours: read.workingHours.map(({ from, to }) => `${from}-${to}`),
    ...writeHolidays(read),
  }),
  reporting: (read: Section<'reporting'>) =>
    read.map((duty) => ({
      ...duty,
      by: writeCorrespondent(duty.by),
      to: writeCorrespondent(duty.to),
      ...(duty.via ? { via: writeCorrespondent(duty.via) } : {}),
      due: describeCadence(duty.due),
    })),
  meetings: (read: Section<'meetings'>) => ({
    ...read,
    regular: describeCadence(read.regular),
    ...(read.reportTo ? { reportTo: writeCorrespondent(read.reportTo) } : {}),
  }),
  steering: writeSteering,
  texts: (read: Section<'texts'>) => inOrder(read),
  settings: (read: Section<'settings'>) => inOrder(read),
}

/** The shared list goes back to its one word, with only the province's own swapped days beside it. */
function writeHolidays({ holidays, swappedDays }: Section<'calendar'>) {
  const shared = sharedHolidays()
  const own = swappedDays.slice(shared.swappedDays.length)
  const begins = same(swappedDays.slice(0, shared.swappedDays.length), shared.swappedDays)
  return same(holidays, shared.holidays) && begins ? { holidays: 'vietnam', swappedDays: own } : {}
}

function writeSteering(read: Section<'steering'>) {
  const { regular, absence, writtenConsultation: written, conclusions } = read
  return {
    ...read,
    ...(regular ? { regular: describeCadence(regular) } : {}),
    ...(absence && {
      absence: {
        ...absence,
        noticeBefore: writeDuration(absence.noticeBefore),
        notify: absence.notify.map(writeCorrespondent),
      },
    }),
    ...(written && {
      writtenConsultation: {
        ...written,
        by: writeCorrespondent(written.by),
        ...(written.compiledFor ? { compiledFor: writeCorrespondent(written.compiledFor) } : {}),
      },
    }),
    ...(conclusions && {
      conclusions: {
        ...conclusions,
        by: writeCorrespondent(conclusions.by),
        to: conclusions.to.map(writeCorrespondent),
      },
    }),
  }
}
