import { type TenantContext, todayOf } from '@sotay/kernel'
import type { Block, OfficialDocument } from '@sotay/print'
import type { Person } from './find-person'
import { cellWord, plainValue } from './plain-value'
import type { ShownField, ShownSection } from './show-file'
import { columnWord, dayWord, fieldWord, formWords, sectionWord } from './words'

export interface MemberFormParts {
  person: Person
  /** Name of the unit above the cell. */
  above: string | undefined
  sections: readonly ShownSection[]
}

/** The member's form (phiếu đảng viên): every section of the file, with what the reader may not see named as left out. */
export function memberForm(ctx: TenantContext, { person, above, sections }: MemberFormParts): OfficialDocument {
  const [year, month, day] = todayOf(ctx).split('-')
  return {
    issuer: { above, name: person.unitName },
    placeAndDate: `…………, ngày ${day} tháng ${month} năm ${year}`,
    title: formWords.title,
    subtitle: person.fullName,
    blocks: [
      { kind: 'facts', rows: personRows(person) },
      ...sections.flatMap((section, index) => sectionBlocks(section, index + 1)),
      { kind: 'paragraph', text: formWords.pledge },
    ],
    signatures: [{ role: formWords.cellSigns }, { role: formWords.memberSigns, name: person.fullName }],
  }
}

const personRows = (person: Person): [string, string][] =>
  [
    [formWords.fullName, person.fullName],
    [formWords.cardNumber, person.cardNumber],
    [formWords.gender, person.gender ? formWords.genders[person.gender] : ''],
    [formWords.birthDate, person.birthDate ? dayWord(person.birthDate) : ''],
    [formWords.admittedOn, person.admittedOn ? dayWord(person.admittedOn) : ''],
    [formWords.confirmedOn, person.confirmedOn ? dayWord(person.confirmedOn) : ''],
  ].map(([label = '', value = '']) => [label, value])

function sectionBlocks({ key, fields }: ShownSection, number: number): Block[] {
  const blocks: Block[] = [{ kind: 'heading', text: `${number}. ${sectionWord(key)}` }]
  const plain = fields.filter(({ type }) => type !== 'list')
  if (plain.length > 0) blocks.push({ kind: 'facts', rows: plain.map((field) => [fieldWord(field.key), said(field)]) })
  for (const field of fields.filter(({ type }) => type === 'list')) blocks.push(...listBlocks(field))
  return blocks
}

const said = (field: ShownField): string => (field.masked ? formWords.leftOut : plainValue(field, field.value))

function listBlocks(field: ShownField): Block[] {
  const rows = Array.isArray(field.value) ? field.value : []
  if (field.masked || rows.length === 0) {
    return [{ kind: 'facts', rows: [[fieldWord(field.key), field.masked ? formWords.leftOut : formWords.none]] }]
  }
  const columns = field.columns ?? []
  return [
    { kind: 'paragraph', text: `${fieldWord(field.key)}:` },
    {
      kind: 'table',
      columns: columns.map(({ key }) => columnWord(key)),
      rows: rows.map((row) => columns.map((column) => cellWord(column, row))),
    },
  ]
}
