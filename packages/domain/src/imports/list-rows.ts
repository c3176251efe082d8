import type { TenantContext } from '@sotay/kernel'
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { ofBatch } from './apply-rows'
import { type ListRows, listRowsInput, type RosterField, rosterFields } from './inputs'
import { loadBatch } from './load-batch'
import { importRow } from './schema'

/** Checked rows of a file in its order, a page at a time; ids of cells come with their names. */
export async function listRows(ctx: TenantContext, input: ListRows) {
  const { batchId, outcome, field, after, size } = listRowsInput.parse(input)
  await loadBatch(ctx, batchId)
  const stored = field === 'unit' ? 'unitId' : field
  const concerned = field
    ? sql`(jsonb_exists(${importRow.errors}, ${field}) or jsonb_exists(${importRow.before}, ${stored ?? ''}))`
    : undefined
  const rows = await ctx.db
    .select()
    .from(importRow)
    .where(
      and(ofBatch(batchId), outcome ? eq(importRow.outcome, outcome) : undefined, concerned, gt(importRow.line, after)),
    )
    .orderBy(asc(importRow.line))
    .limit(size + 1)
  const page = rows.slice(0, size)
  const names = await unitNames(
    ctx,
    page.flatMap(({ values, before }) => [values.unitId, before?.unitId]),
  )
  const lines = page.map(({ line, outcome, values, errors, before, undone }) => ({
    line,
    outcome,
    undone,
    name: values.fullName ?? '',
    cardNumber: values.cardNumber ?? '',
    unit: (values.unitId && names.get(values.unitId)) || values.unit || '',
    errors: Object.entries(errors ?? {}).map(([key, error]) => ({ field: key, ...error })),
    changes: inOrder(Object.entries(before ?? {})).map(([key, was]) => ({
      field: key === 'unitId' ? 'unit' : key,
      before: key === 'unitId' ? (names.get(was ?? '') ?? was) : was,
      after: key === 'unitId' ? (names.get(values.unitId ?? '') ?? '') : (values[key] ?? null),
    })),
  }))
  return { lines, next: rows.length > size ? page.at(-1)?.line : undefined }
}
export type ListedRow = Awaited<ReturnType<typeof listRows>>['lines'][number]

/** As a roster reads, whatever order the database keeps keys in. */
export const inOrder = <Value>(entries: [string, Value][]): [string, Value][] => {
  const at = (field: string) => rosterFields.indexOf((field === 'unitId' ? 'unit' : field) as RosterField)
  // What follows from a field of the file comes after those.
  const place = (field: string) => (at(field) < 0 ? rosterFields.length : at(field))
  return entries.sort(([one], [other]) => place(one) - place(other))
}

/** Names by id. */
export async function unitNames(ctx: Pick<TenantContext, 'db'>, ids: (string | null | undefined)[]) {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  const found = await ctx.db.select({ id: unit.id, name: unit.name }).from(unit).where(inArray(unit.id, wanted))
  return new Map(found.map(({ id, name }) => [id, name]))
}
