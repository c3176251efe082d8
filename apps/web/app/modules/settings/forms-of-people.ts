import { choice, choices, cite, lines, number, optional, type PartForm, period, rows, text, yes } from './field-forms'

const organisation: PartForm[] = [
  {
    key: 'levels',
    at: ['organisation', 'levels'],
    rules: { name: 'name' },
    fields: [text('name'), lines('committee'), yes('members', optional), ...period, cite],
  },
  {
    key: 'agencies',
    at: ['organisation', 'agencies'],
    rules: { name: 'name' },
    fields: [text('name'), text('shortName', optional), ...period, cite],
  },
]

const accounts: PartForm[] = [
  {
    key: 'opening',
    at: ['accounts'],
    fields: [
      choice('registration', ['self', 'issued']),
      rows('cardScheme', [text('pattern'), text('example'), text('hint'), cite]),
      choices('totpRoles', 'roles'),
      cite,
    ],
  },
  {
    key: 'approvedBy',
    at: ['accounts', 'approvedBy'],
    fields: [
      choice('role', 'roles'),
      choice('at', 'levels'),
      choice('otherwise', ['nearest-above', 'nobody']),
      yes('delegable'),
      choices('alsoGrants', 'roles'),
      cite,
    ],
  },
  {
    key: 'codes',
    at: ['accounts', 'codes'],
    fields: [
      number('validMinutes'),
      number('tries'),
      number('perAccountPerHour'),
      number('perNumberPerDay'),
      number('perAddressPerHour'),
      number('perTenantPerDay'),
      cite,
    ],
  },
  { key: 'sessions', at: ['accounts', 'sessions'], fields: [number('slidingHours'), number('absoluteHours')] },
  {
    key: 'seats',
    at: ['accounts', 'seats'],
    fields: [choices('at', 'seats'), number('perUnit'), yes('decisionRequired'), cite],
  },
  { key: 'fourEyes', at: ['accounts', 'fourEyes'], fields: [choices('roles', 'roles'), cite] },
  { key: 'reminders', at: ['accounts', 'reminders'], fields: [number('approvalDays'), number('expiryDays'), cite] },
]

const roster: PartForm[] = [
  {
    key: 'membership',
    at: ['roster'],
    fields: [
      number('probationMonths'),
      number('admissionAge', optional),
      number('probationNoticeDays', optional),
      number('importDays', optional),
      cite,
    ],
  },
  { key: 'exports', at: ['roster', 'exports'], fields: [number('rows'), number('perDay'), cite] },
]

const transfers: PartForm[] = [
  {
    key: 'rules',
    at: ['transfers'],
    fields: [
      choice('decidedBy', ['common-committee', 'province']),
      number('temporaryMonths'),
      number('answerDays'),
      rows('partners', [text('slug'), text('name'), text('publicKey')], optional),
      cite,
    ],
  },
]

const adoption: PartForm[] = [
  { key: 'counting', at: ['adoption'], fields: [number('activeDays'), yes('leagueTable'), cite] },
]

const roles: PartForm[] = [
  {
    key: 'roles',
    at: ['roles'],
    rules: { name: 'name' },
    fields: [text('name'), choices('at', 'places'), choices('grants', 'permissions', optional), ...period, cite],
  },
]

const targets: PartForm[] = [
  {
    key: 'targets',
    at: ['targets'],
    rules: { name: 'name' },
    fields: [
      text('name'),
      choice('of', ['members', 'members-with-smartphone', 'young-members', 'cells']),
      choice('counts', ['registered', 'active', 'meeting-on-app']),
      number('percent'),
      ...period,
      cite,
    ],
  },
]

const exemptions: PartForm[] = [
  {
    key: 'exemptions',
    at: [],
    fields: [
      rows('exemptions', [lines('units'), choices('targets', 'targets'), text('reason', optional), ...period, cite]),
    ],
  },
]

export const formsOfPeople = { organisation, accounts, roster, transfers, adoption, roles, targets, exemptions }
