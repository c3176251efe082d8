import { id, instant, ltree } from '@sotay/db'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

export type UnitKind = 'committee' | 'cell' | 'agency' | 'steering'

/**
 * A node of the tree as it stands today: committee, cell, agency or steering body (R7). A unit planned for later and one
 * that has ended are here too, with their days; what it was called and where it hung on another day is in `unitVersion`.
 */
export const unit = pgTable(
  'unit',
  {
    id: id(),
    parentId: uuid('parent_id').references((): AnyPgColumn => unit.id),
    /** Ancestors' labels and its own, root first. */
    path: ltree('path').notNull(),
    kind: text('kind').$type<UnitKind>().notNull(),
    /** Key of a level of the configuration; agencies carry their own key. */
    level: text('level').notNull(),
    name: text('name').notNull(),
    /** Without diacritics in lower case, for search. */
    foldedName: text('folded_name').generatedAlwaysAs(sql`ext.fold(name)`),
    validFrom: date('valid_from').notNull(),
    /** The last day it exists; open while absent. */
    validUntil: date('valid_until'),
  },
  (table) => [
    uniqueIndex('unit_path').on(table.path),
    index('unit_descendants').using('gist', table.path),
    index('unit_children').on(table.parentId),
    index('unit_agencies').on(table.parentId).where(sql`${table.kind} = 'agency'`),
  ],
)

/** A decision on paper: what it orders is recorded where it took effect. */
export const decision = pgTable('decision', {
  id: id(),
  number: text('number').notNull(),
  signedOn: date('signed_on').notNull(),
  signer: text('signer').notNull(),
  issuer: text('issuer'),
  /** Key in the object store of its scan, and the name it was sent under. */
  fileKey: text('file_key'),
  fileName: text('file_name'),
  createdAt: instant('created_at').notNull(),
})

export type ChangeKind = 'create' | 'rename' | 'move' | 'split' | 'merge' | 'dissolve' | 'abolish-level'
export type ChangeStatus = 'planned' | 'effective' | 'cancelled'

/** A change of the tree on a date, by a decision. One planned for later takes effect by itself (QN 10.2.1). */
export const organisationChange = pgTable(
  'organisation_change',
  {
    id: id(),
    kind: text('kind').$type<ChangeKind>().notNull(),
    /** The first day of the new state. */
    effectiveOn: date('effective_on').notNull(),
    status: text('status').$type<ChangeStatus>().notNull(),
    decisionId: uuid('decision_id').references(() => decision.id),
    /** What else happens on the day: members and roles that move, by unit ids. */
    plan: jsonb('plan').$type<Record<string, unknown>>().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (table) => [index('organisation_change_due').on(table.effectiveOn).where(sql`${table.status} = 'planned'`)],
)

/**
 * What a unit was called and where it hung over a period; periods of one unit never overlap (an exclusion constraint).
 * Any question “as of a day” is asked here, with `asOf(day)`.
 */
export const unitVersion = pgTable(
  'unit_version',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    parentId: uuid('parent_id').references(() => unit.id),
    path: ltree('path').notNull(),
    kind: text('kind').$type<UnitKind>().notNull(),
    level: text('level').notNull(),
    name: text('name').notNull(),
    /** Without diacritics in lower case, for search. */
    foldedName: text('folded_name').generatedAlwaysAs(sql`ext.fold(name)`),
    validFrom: date('valid_from').notNull(),
    /** The last day of this state; open while absent. */
    validUntil: date('valid_until'),
    /** The changes that began and ended it; none for what was there at the start. */
    openedBy: uuid('opened_by').references(() => organisationChange.id),
    closedBy: uuid('closed_by').references(() => organisationChange.id),
  },
  (table) => [
    index('unit_version_unit').on(table.unitId, table.validFrom),
    index('unit_version_children').on(table.parentId, table.validFrom),
    index('unit_version_descendants').using('gist', table.path),
    index('unit_version_opened').on(table.openedBy),
    index('unit_version_closed').on(table.closedBy),
  ],
)

/** How many files a person took out of the province on a day. */
export const exportTally = pgTable(
  'export_tally',
  { accountId: uuid('account_id').notNull(), day: date('day').notNull(), files: integer('files').notNull() },
  (table) => [primaryKey({ columns: [table.accountId, table.day] })],
)
