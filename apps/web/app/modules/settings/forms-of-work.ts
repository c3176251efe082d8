import {
  cadence,
  choice,
  choices,
  cite,
  colour,
  day,
  key,
  lines,
  long,
  number,
  optional,
  type PartForm,
  period,
  rows,
  text,
  yes,
} from './field-forms'
import { moduleKeys, textKeys, weekdays } from './fixed-choices'

const brand: PartForm[] = [
  { key: 'name', at: [], fields: [text('name')] },
  { key: 'words', at: ['brand'], fields: [text('app'), text('shortName'), cite] },
  { key: 'colours', at: ['brand', 'colours'], fields: [colour('primary'), colour('accent')] },
]

const modules: PartForm[] = [{ key: 'modules', at: [], fields: [choices('modules', moduleKeys)] }]

const newsroom: PartForm[] = [
  {
    key: 'rules',
    at: ['newsroom'],
    fields: [
      choice('owner', 'agencies'),
      choices('formats', ['text', 'image', 'audio', 'video', 'graphic']),
      yes('readAloud'),
      yes('royalties'),
      cite,
    ],
  },
  {
    key: 'deadlines',
    at: ['newsroom'],
    fields: [
      rows('deadlines', [
        choice('when', ['working-hours', 'out-of-hours', 'provincial-document-issued', 'central-document-received']),
        text('within'),
        cite,
      ]),
    ],
  },
  {
    key: 'boards',
    at: ['newsroom'],
    fields: [
      rows('boards', [
        choice('level', 'levels'),
        text('name'),
        choice('standingAgency', 'agencies', optional),
        yes('approves'),
        cite,
      ]),
    ],
  },
  {
    key: 'columns',
    at: ['newsroom', 'columns'],
    rules: { name: 'name' },
    fields: [text('name'), ...period, cite],
  },
  {
    key: 'feeds',
    at: ['newsroom', 'feeds'],
    rules: { name: 'name' },
    fields: [text('name'), choice('kind', ['press', 'broadcast', 'portal']), text('url', optional), ...period, cite],
  },
]

const documents: PartForm[] = [{ key: 'secrecy', at: ['documents'], fields: [lines('refusedMarkings'), cite] }]

const petitions: PartForm[] = [
  {
    key: 'petitions',
    at: ['petitions'],
    fields: [choice('receivedBy', 'who'), choices('routedTo', 'who'), text('replyWithin', optional), cite],
  },
]

const calendar: PartForm[] = [
  {
    key: 'hours',
    at: ['calendar'],
    fields: [
      choices('workingDays', weekdays),
      lines('workingHours'),
      yes('substituteDays'),
      choice('weekOfMonth', ['nth-weekday', 'calendar-week', 'full-week']),
      choice('beforeDay', ['previous-day', 'same-day']),
      number('midMonth'),
      cite,
    ],
  },
  {
    key: 'extraHolidays',
    at: ['calendar', 'extraHolidays'],
    rules: { name: 'name' },
    fields: [text('name'), text('solar', optional), text('lunar', optional), number('days'), ...period, cite],
  },
  {
    key: 'swappedDays',
    at: ['calendar'],
    fields: [rows('swappedDays', [day('off'), day('work', optional), cite])],
  },
]

const reporting: PartForm[] = [
  {
    key: 'duties',
    at: ['reporting'],
    rules: { name: 'duty' },
    fields: [
      text('duty'),
      choice('by', 'who'),
      cadence('due'),
      choice('to', 'who'),
      choice('via', 'who', optional),
      choice('onHoliday', ['same-day', 'previous', 'next']),
      yes('adHoc'),
      yes('publish'),
      ...period,
      cite,
    ],
  },
]

const meetings: PartForm[] = [
  {
    key: 'rhythm',
    at: ['meetings'],
    fields: [cadence('regular'), choice('reportTo', 'who', optional), cite],
  },
  {
    key: 'guidance',
    at: ['meetings', 'guidance'],
    fields: [choice('from', 'agencies'), choices('through', 'levels'), cite],
  },
  {
    key: 'quality',
    at: ['meetings', 'quality'],
    fields: [
      rows('criteria', [key, text('name'), number('points')]),
      choice('confirmedBy', ['nearest-above', 'self']),
      cite,
    ],
  },
]

const steering: PartForm[] = [
  {
    key: 'committee',
    at: ['steering'],
    fields: [
      text('name'),
      choice('standingAgency', 'agencies', optional),
      text('supportTeam', optional),
      rows('offices', [key, text('name'), cite]),
      choices('presidedBy', 'offices'),
      choices('alsoAt', 'levels'),
      cite,
    ],
  },
  { key: 'sessions', at: ['steering'], fields: [cadence('regular', optional), yes('extraordinary')] },
  {
    key: 'absence',
    at: ['steering', 'absence'],
    fields: [
      text('noticeBefore'),
      choices('notify', 'who'),
      yes('reason'),
      yes('writtenOpinion'),
      yes('substitute'),
      cite,
    ],
  },
  {
    key: 'writtenConsultation',
    at: ['steering', 'writtenConsultation'],
    fields: [choice('by', 'who'), choice('compiledFor', 'who', optional), cite],
  },
  {
    key: 'conclusions',
    at: ['steering', 'conclusions'],
    fields: [choice('by', 'who'), choices('to', 'who'), cite],
  },
]

const texts: PartForm[] = [{ key: 'texts', at: ['texts'], fields: textKeys.map((name) => long(name, optional)) }]

const regulations: PartForm[] = [
  {
    key: 'regulations',
    at: ['regulations'],
    rules: { name: 'title' },
    fields: [
      text('title'),
      text('number', optional),
      text('issuer', optional),
      day('signedOn', optional),
      day('effectiveFrom'),
      text('note', optional),
    ],
  },
]

export const formsOfWork = {
  brand,
  modules,
  newsroom,
  documents,
  petitions,
  calendar,
  reporting,
  meetings,
  steering,
  texts,
  regulations,
}
