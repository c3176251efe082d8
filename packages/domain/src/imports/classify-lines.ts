import { newId, type TransactionContext } from '@sotay/kernel'
import { and, eq, min } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { anyOf } from './any-of'
import type { UnitFinder } from './find-units'
import type { ReadLine } from './read-values'
import { importRow, type RowError, type RowOutcome } from './schema'

/** A line held against the roster. */
export interface ClassifiedLine {
  line: number
  outcome: RowOutcome
  memberId: string | null
  card: string | null
  values: ReadLine['values']
  errors: Record<string, RowError> | null
  before: Record<string, string | null> | null
  revision: number | null
}

export interface Place {
  batchId: string
  /** Path of the unit the file concerns. */
  path: string
  finder: UnitFinder
  /** The cell of rows that name none, when the file concerns one cell. */
  cellId?: string
}

const COMPARED = ['fullName', 'phone', 'gender', 'birthDate', 'status', 'admittedOn', 'confirmedOn', 'unitId'] as const

/** Tells what each line would do: add somebody, change a line, nothing, or why it cannot be taken. */
export async function classifyLines(
  tx: TransactionContext,
  lines: readonly ReadLine[],
  place: Place,
): Promise<ClassifiedLine[]> {
  const [holders, earlier] = await Promise.all([loadHolders(tx, lines), loadEarlier(tx, lines, place.batchId)])
  return lines.map((read) => {
    const { line, values, errors, card } = read
    findCell(values, errors, place)
    const first = card && earlier.get(card.bare)
    if (first !== undefined && first < line) {
      errors.cardNumber ??= { code: 'imports.card-twice', params: { line: first } }
    } else if (card) earlier.set(card.bare, line)
    const holder = card?.written.map((form) => holders.get(form)).find(Boolean)
    if (holder) refuseHolder(holder, errors, place)
    const common = { line, card: card?.bare ?? null, values }
    if (Object.keys(errors).length > 0) {
      return { ...common, outcome: 'rejected', errors, memberId: null, before: null, revision: null }
    }
    if (!holder) return { ...common, outcome: 'new', errors: null, memberId: newId(), before: null, revision: null }
    const before = difference(holder, values)
    const outcome = Object.keys(before).length > 0 ? 'changed' : 'same'
    return { ...common, outcome, errors: null, memberId: holder.id, before, revision: holder.revision }
  })
}

type Holder = Awaited<ReturnType<typeof loadHolders>> extends Map<string, infer Row> ? Row : never

async function loadHolders(tx: TransactionContext, lines: readonly ReadLine[]) {
  const written = lines.flatMap(({ card }) => card?.written ?? [])
  const columns = { id: member.id, unitId: member.unitId, path: unit.path, leftOn: member.leftOn }
  const fields = {
    fullName: member.fullName,
    cardNumber: member.cardNumber,
    phone: member.phone,
    gender: member.gender,
    birthDate: member.birthDate,
    status: member.status,
    admittedOn: member.admittedOn,
    confirmedOn: member.confirmedOn,
    revision: member.revision,
  }
  const rows = await tx.db
    .select({ ...columns, ...fields })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(anyOf(member.cardNumber, written))
  return new Map(rows.map((row) => [row.cardNumber, row]))
}

async function loadEarlier(tx: TransactionContext, lines: readonly ReadLine[], batchId: string) {
  const cards = lines.flatMap(({ card }) => card?.bare ?? [])
  const rows = await tx.db
    .select({ card: importRow.card, line: min(importRow.line) })
    .from(importRow)
    .where(and(eq(importRow.batchId, batchId), anyOf(importRow.card, cards)))
    .groupBy(importRow.card)
  return new Map(rows.map(({ card, line }) => [card!, line!]))
}

function findCell(values: ReadLine['values'], errors: ReadLine['errors'], { finder, cellId }: Place): void {
  if (!values.unit) {
    if (cellId) values.unitId = cellId
    else errors.unit ??= { code: 'imports.unit-missing' }
    return
  }
  if (errors.unit) return
  const found = finder.find(values.unit, values.parentUnit)
  if ('id' in found) values.unitId = found.id
  else errors.unit = found.error
}

function refuseHolder(holder: Holder, errors: ReadLine['errors'], { path }: Place): void {
  const within = holder.path === path || holder.path.startsWith(`${path}.`)
  // Who holds it elsewhere is not for this file to tell (R5).
  if (!within) errors.cardNumber ??= { code: 'imports.card-elsewhere' }
  else if (holder.leftOn) errors.cardNumber ??= { code: 'imports.card-of-left' }
}

/** What stands on the roster where the file says something else; what the file leaves empty is no difference. */
function difference(holder: Holder, values: ReadLine['values']): Record<string, string | null> {
  const before: Record<string, string | null> = {}
  for (const field of COMPARED) {
    const theirs = values[field]
    if (theirs !== undefined && theirs !== holder[field]) before[field] = holder[field]
  }
  return before
}
