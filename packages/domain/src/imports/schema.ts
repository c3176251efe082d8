import { id, instant } from '@sotay/db'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { unit } from '../organisation/schema'

export type ImportPurpose = 'import' | 'reconciliation'
export type ImportStatus =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'committing'
  | 'committed'
  | 'undoing'
  | 'undone'
  | 'failed'
export type RowOutcome = 'new' | 'changed' | 'same' | 'rejected'

/** What is wrong with a field of a row: an error code with its parameters. */
export interface RowError {
  code: string
  params?: Record<string, string | number>
}
/** Counts of a checked file: rows by outcome, changes by field, errors by code. */
export interface BatchTotals {
  outcomes: Partial<Record<RowOutcome, number>>
  fields: Record<string, number>
  errors: Record<string, number>
  /** Rows an undoing left as they are, because somebody touched them since. */
  left?: number
}

/** A roster file on its way in, or one that the roster is held against (CV 1, R10). */
export const importBatch = pgTable(
  'import_batch',
  {
    id: id(),
    purpose: text('purpose').$type<ImportPurpose>().notNull(),
    status: text('status').$type<ImportStatus>().notNull(),
    /** The part of the tree it concerns: rows of units outside are rejected. */
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    fileKey: text('file_key').notNull(),
    fileName: text('file_name').notNull(),
    /** The line of the file that holds the headings. */
    headerLine: integer('header_line').notNull(),
    headers: jsonb('headers').$type<string[]>().notNull(),
    /** Cells of the first lines, to map the columns by. */
    sample: jsonb('sample').$type<string[][]>().notNull(),
    /** Field key by column number. */
    mapping: jsonb('mapping').$type<Record<string, string>>().notNull(),
    totals: jsonb('totals').$type<BatchTotals>().notNull(),
    /** Rows dealt with in the present step, and the line reached: read to, taken to, or still to be taken back. */
    progress: integer('progress').notNull().default(0),
    line: integer('line').notNull().default(0),
    failure: text('failure'),
    failureLine: integer('failure_line'),
    /** When the file and the rows were removed; the counts stay. */
    purgedAt: instant('purged_at'),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    committedAt: instant('committed_at'),
    undoneAt: instant('undone_at'),
  },
  (table) => [index('import_batch_unit').on(table.unitId, table.madeAt)],
)

/** One line of the file, what it would do, and what was there before. */
export const importRow = pgTable(
  'import_row',
  {
    batchId: uuid('batch_id')
      .notNull()
      .references(() => importBatch.id),
    line: integer('line').notNull(),
    outcome: text('outcome').$type<RowOutcome>().notNull(),
    /** Whom it changes; of somebody new, the id they get on the roster. */
    memberId: uuid('member_id'),
    /** Card without separators: equal for every way of writing one. */
    card: text('card'),
    /** What the file gives, by field; a field it leaves empty is absent. */
    values: jsonb('values').$type<Record<string, string>>().notNull(),
    /** By field. */
    errors: jsonb('errors').$type<Record<string, RowError>>(),
    /** What stood on the roster where the file differs. */
    before: jsonb('before').$type<Record<string, string | null>>(),
    /** The member's revision as it was checked; taking the row leaves it one higher. */
    revision: integer('revision'),
    undone: text('undone').$type<'undone' | 'touched-since'>(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.line] }),
    index('import_row_outcome').on(table.batchId, table.outcome, table.line),
    index('import_row_card').on(table.batchId, table.card),
  ],
)

/** How columns were mapped the last time a file had these headings. */
export const importMapping = pgTable(
  'import_mapping',
  {
    id: id(),
    fingerprint: text('fingerprint').notNull(),
    mapping: jsonb('mapping').$type<Record<string, string>>().notNull(),
    usedAt: instant('used_at').notNull(),
  },
  (table) => [uniqueIndex('import_mapping_fingerprint').on(table.fingerprint)],
)

export type DifferenceKind = 'missing' | 'extra' | 'different'
export type Resolution = 'added' | 'removed' | 'taken-from-file' | 'kept' | 'passed-up'

/** One difference between the roster and a file: missing here, extra here, or different (CV 1). */
export const reconciliationItem = pgTable(
  'reconciliation_item',
  {
    id: id(),
    batchId: uuid('batch_id')
      .notNull()
      .references(() => importBatch.id),
    kind: text('kind').$type<DifferenceKind>().notNull(),
    line: integer('line'),
    memberId: uuid('member_id'),
    /** Field key to the two values. */
    differences: jsonb('differences').$type<Record<string, { ours: string | null; theirs: string | null }>>().notNull(),
    resolution: text('resolution').$type<Resolution>(),
    note: text('note'),
    resolvedBy: text('resolved_by'),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [index('reconciliation_item_batch').on(table.batchId, table.kind, table.id)],
)
