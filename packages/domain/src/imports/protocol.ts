import type { TenantContext } from '@sotay/kernel'
import type { OfficialDocument } from '@sotay/print'
import { writeWorkbook } from '@sotay/sheets'
import { and, eq } from 'drizzle-orm'
import { countExport } from '../organisation'
import type { BatchReference } from './inputs'
import { countDifferences, type ListedDifference, named, selectItems } from './list-differences'
import { loadBatch } from './load-batch'
import { type DifferenceKind, reconciliationItem } from './schema'

/** Words of the protocol: the caller has the texts. */
export interface ProtocolWords {
  title: string
  subtitle(facts: { unit: string; file: string }): string
  placeAndDate(day: Date): string
  facts(facts: { file: string; unit: string; rows: number; open: number; settled: number }): [string, string][]
  kind(kind: DifferenceKind): string
  none: string
  columns: {
    number: string
    kind: string
    name: string
    card: string
    unit: string
    difference: string
    resolution: string
    note: string
  }
  difference(item: ListedDifference): string
  resolution(item: ListedDifference): string
  signatures: string[]
  sheet: string
}

const KINDS: DifferenceKind[] = ['missing', 'extra', 'different']

/**
 * The protocol of a reconciliation as an official document, to be printed.
 * @throws NotFound outside the actor's scope · Conflict beyond the rows of one file
 * Source: CV 1
 */
export async function readProtocol(
  ctx: TenantContext,
  input: BatchReference,
  words: ProtocolWords,
): Promise<OfficialDocument> {
  const { batch, items, open } = await readItems(ctx, input)
  const { number, name, card, unit, difference, resolution, note } = words.columns
  const section = (kind: DifferenceKind): OfficialDocument['blocks'] => {
    const listed = items.filter((item) => item.kind === kind)
    if (listed.length === 0) return [heading(words.kind(kind)), { kind: 'paragraph', text: words.none }]
    const rows = listed.map((item, at) => [
      String(at + 1),
      `${item.name}\n${item.cardNumber}`,
      item.unitName ?? '',
      ...(kind === 'different' ? [words.difference(item)] : []),
      [words.resolution(item), item.note].filter(Boolean).join('\n'),
    ])
    const columns = [
      number,
      `${name}, ${card}`,
      unit,
      ...(kind === 'different' ? [difference] : []),
      `${resolution}, ${note}`,
    ]
    return [heading(words.kind(kind)), { kind: 'table', columns, rows }]
  }
  const facts = { file: batch.fileName, unit: batch.unitName, rows: batch.progress, open, settled: items.length - open }
  return {
    issuer: { name: batch.unitName },
    placeAndDate: words.placeAndDate(ctx.clock.now()),
    title: words.title,
    subtitle: words.subtitle({ unit: batch.unitName, file: batch.fileName }),
    blocks: [{ kind: 'facts', rows: words.facts(facts) }, ...KINDS.flatMap(section)],
    signatures: words.signatures.map((role) => ({ role })),
  }
}

/** The same as a workbook, one line for each difference. */
export async function writeProtocolSheet(
  ctx: TenantContext,
  input: BatchReference,
  words: ProtocolWords,
): Promise<Buffer> {
  const { items } = await readItems(ctx, input)
  const { columns } = words
  return writeWorkbook<ListedDifference>(
    {
      sheet: words.sheet,
      title: words.title,
      columns: [
        { header: columns.kind, width: 24, value: ({ kind }) => words.kind(kind) },
        { header: columns.name, width: 28, value: ({ name }) => name },
        { header: columns.card, width: 16, value: ({ cardNumber }) => cardNumber },
        { header: columns.unit, width: 32, value: ({ unitName }) => unitName },
        { header: columns.difference, width: 48, value: (item) => words.difference(item) },
        { header: columns.resolution, width: 24, value: (item) => words.resolution(item) },
        { header: columns.note, width: 40, value: ({ note }) => note },
      ],
    },
    items,
  )
}

const heading = (text: string) => ({ kind: 'heading' as const, text })

async function readItems(ctx: TenantContext, { batchId }: BatchReference) {
  const batch = await loadBatch(ctx, batchId, 'reconciliation')
  const counts = await countDifferences(ctx, batchId)
  const all = counts.reduce((sum, { rows }) => sum + rows, 0)
  const open = counts.reduce((sum, { rows, resolution }) => (resolution ? sum : sum + rows), 0)
  await countExport(ctx, 'imports.protocol', all)
  const items = await selectItems(ctx, and(eq(reconciliationItem.batchId, batchId)))
  return { batch, open, items: await named(ctx, items) }
}
