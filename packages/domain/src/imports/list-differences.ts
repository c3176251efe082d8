import type { TenantContext } from '@sotay/kernel'
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'
import { type ListDifferences, listDifferencesInput } from './inputs'
import { inOrder, unitNames } from './list-rows'
import { loadBatch } from './load-batch'
import { type DifferenceKind, importRow, type Resolution, reconciliationItem } from './schema'

/** Differences of one kind, a page at a time, with the names of both sides. */
export async function listDifferences(ctx: TenantContext, input: ListDifferences) {
  const { batchId, kind, open, after, size } = listDifferencesInput.parse(input)
  await loadBatch(ctx, batchId, 'reconciliation')
  const rows = await selectItems(
    ctx,
    and(
      eq(reconciliationItem.batchId, batchId),
      eq(reconciliationItem.kind, kind),
      open ? isNull(reconciliationItem.resolution) : undefined,
      after ? gt(reconciliationItem.id, after) : undefined,
    ),
  ).limit(size + 1)
  const page = rows.slice(0, size)
  return { items: await named(ctx, page), next: rows.length > size ? page.at(-1)?.id : undefined }
}
export type ListedDifference = Awaited<ReturnType<typeof named>>[number]

/** Items with who they concern, in the order of their ids. */
export const selectItems = (ctx: Pick<TenantContext, 'db'>, condition: ReturnType<typeof and>) =>
  ctx.db
    .select({
      id: reconciliationItem.id,
      kind: reconciliationItem.kind,
      line: reconciliationItem.line,
      differences: reconciliationItem.differences,
      resolution: reconciliationItem.resolution,
      note: reconciliationItem.note,
      resolvedAt: reconciliationItem.resolvedAt,
      name: sql<string>`coalesce(${member.fullName}, ${importRow.values} ->> 'fullName', '')`,
      cardNumber: sql<string>`coalesce(${member.cardNumber}, ${importRow.values} ->> 'cardNumber', '')`,
      unitName: unit.name,
    })
    .from(reconciliationItem)
    .leftJoin(
      importRow,
      and(eq(importRow.batchId, reconciliationItem.batchId), eq(importRow.line, reconciliationItem.line)),
    )
    .leftJoin(member, eq(member.id, reconciliationItem.memberId))
    .leftJoin(unit, sql`${unit.id} = coalesce(${member.unitId}, (${importRow.values} ->> 'unitId')::uuid)`)
    .where(condition)
    .orderBy(asc(reconciliationItem.id))

type Item = Awaited<ReturnType<typeof selectItems>>[number]

/** Ids of cells among the differences give way to their names. */
export async function named(ctx: Pick<TenantContext, 'db'>, items: readonly Item[]) {
  const ids = items.flatMap(({ differences }) => [differences.unitId?.ours, differences.unitId?.theirs])
  const names = await unitNames(ctx, ids)
  const shown = (field: string, value: string | null) =>
    field === 'unitId' ? (names.get(value ?? '') ?? value) : value
  return items.map(({ differences, ...item }) => ({
    ...item,
    differences: inOrder(Object.entries(differences)).map(([field, { ours, theirs }]) => ({
      field: field === 'unitId' ? 'unit' : field,
      ours: shown(field, ours),
      theirs: shown(field, theirs),
    })),
  }))
}

export interface DifferenceCount {
  kind: DifferenceKind
  resolution: Resolution | null
  rows: number
}

/** How many there are of each kind, by what was done about them. */
export async function countDifferences(ctx: Pick<TenantContext, 'db'>, batchId: string): Promise<DifferenceCount[]> {
  return ctx.db
    .select({
      kind: reconciliationItem.kind,
      resolution: reconciliationItem.resolution,
      rows: sql<number>`count(*)::int`,
    })
    .from(reconciliationItem)
    .where(eq(reconciliationItem.batchId, batchId))
    .groupBy(reconciliationItem.kind, reconciliationItem.resolution)
}

/** The counts of one reconciliation. @throws NotFound outside the actor's scope */
export async function readDifferenceCounts(ctx: TenantContext, { batchId }: { batchId: string }) {
  await loadBatch(ctx, batchId, 'reconciliation')
  return countDifferences(ctx, batchId)
}
