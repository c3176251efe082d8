import type { FileField, SectionKey } from './field-type'

/** The file's parts, in the order in which it is read and printed. */
export const sections: readonly SectionKey[] = [
  'own',
  'family',
  'education',
  'theory',
  'work',
  'admission',
  'cards',
  'merit',
  'health',
]

/** What a member's file holds (R8). Dates of admission and confirmation, names and cards stand on the roster's line. */
export const fields: readonly FileField[] = [
  { key: 'otherNames', section: 'own', type: 'text', keptBy: 'member' },
  { key: 'birthPlace', section: 'own', type: 'text', keptBy: 'member' },
  { key: 'homeTown', section: 'own', type: 'text', keptBy: 'member' },
  { key: 'residence', section: 'own', type: 'text', keptBy: 'member', sensitive: true },
  { key: 'ethnicity', section: 'own', type: 'choice', keptBy: 'member' },
  { key: 'religion', section: 'own', type: 'choice', keptBy: 'member', sensitive: true },
  { key: 'occupation', section: 'own', type: 'text', keptBy: 'member' },
  { key: 'workplace', section: 'own', type: 'text', keptBy: 'member' },
  { key: 'nationalId', section: 'own', type: 'text', keptBy: 'member', sensitive: true },
  { key: 'nationalIdIssuedOn', section: 'own', type: 'date', keptBy: 'member', sensitive: true },
  {
    key: 'relatives',
    section: 'family',
    type: 'list',
    keptBy: 'member',
    sensitive: true,
    columns: [
      { key: 'relation', type: 'text' },
      { key: 'name', type: 'text' },
      { key: 'born', type: 'month' },
      { key: 'homeTown', type: 'text' },
      { key: 'occupation', type: 'text' },
    ],
  },
  { key: 'generalEducation', section: 'education', type: 'choice', keptBy: 'member' },
  { key: 'profession', section: 'education', type: 'choice', keptBy: 'member' },
  { key: 'academicTitle', section: 'education', type: 'choice', keptBy: 'member' },
  {
    key: 'languages',
    section: 'education',
    type: 'list',
    keptBy: 'member',
    columns: [
      { key: 'language', type: 'text' },
      { key: 'level', type: 'text' },
    ],
  },
  {
    key: 'studies',
    section: 'education',
    type: 'list',
    keptBy: 'member',
    columns: [
      { key: 'from', type: 'month' },
      { key: 'to', type: 'month' },
      { key: 'school', type: 'text' },
      { key: 'subject', type: 'text' },
      { key: 'degree', type: 'text' },
    ],
  },
  { key: 'politicalTheory', section: 'theory', type: 'choice', keptBy: 'member' },
  {
    key: 'theoryCourses',
    section: 'theory',
    type: 'list',
    keptBy: 'member',
    columns: [
      { key: 'from', type: 'month' },
      { key: 'to', type: 'month' },
      { key: 'school', type: 'text' },
      { key: 'course', type: 'text' },
    ],
  },
  {
    key: 'workHistory',
    section: 'work',
    type: 'list',
    keptBy: 'member',
    columns: [
      { key: 'from', type: 'month' },
      { key: 'to', type: 'month' },
      { key: 'post', type: 'text' },
      { key: 'place', type: 'text' },
    ],
  },
  { key: 'youthUnionJoinedOn', section: 'work', type: 'date', keptBy: 'member' },
  { key: 'enlistedOn', section: 'work', type: 'date', keptBy: 'member' },
  { key: 'dischargedOn', section: 'work', type: 'date', keptBy: 'member' },
  { key: 'admissionPlace', section: 'admission', type: 'text', keptBy: 'cell' },
  {
    key: 'introducers',
    section: 'admission',
    type: 'list',
    keptBy: 'cell',
    columns: [
      { key: 'name', type: 'text' },
      { key: 'post', type: 'text' },
    ],
  },
  { key: 'confirmationPlace', section: 'admission', type: 'text', keptBy: 'cell' },
  { key: 'cardIssuedOn', section: 'cards', type: 'date', keptBy: 'cell' },
  { key: 'cardIssuer', section: 'cards', type: 'text', keptBy: 'cell' },
  {
    key: 'commendations',
    section: 'merit',
    type: 'list',
    keptBy: 'cell',
    columns: [
      { key: 'on', type: 'month' },
      { key: 'form', type: 'choice' },
      { key: 'decision', type: 'text' },
      { key: 'issuer', type: 'text' },
    ],
  },
  {
    key: 'disciplines',
    section: 'merit',
    type: 'list',
    keptBy: 'cell',
    sensitive: true,
    columns: [
      { key: 'on', type: 'month' },
      { key: 'form', type: 'choice' },
      { key: 'decision', type: 'text' },
      { key: 'reason', type: 'text' },
    ],
  },
  { key: 'health', section: 'health', type: 'text', keptBy: 'member', sensitive: true },
  { key: 'policyFamily', section: 'health', type: 'text', keptBy: 'member' },
  { key: 'exemptionNote', section: 'health', type: 'long-text', keptBy: 'cell', sensitive: true },
]

const byKey = new Map(fields.map((field) => [field.key, field]))

export const fieldOf = (key: string): FileField | undefined => byKey.get(key)

export const fieldsOf = (section: SectionKey): readonly FileField[] =>
  fields.filter((field) => field.section === section)
