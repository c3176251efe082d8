import { id, instant } from '@sotay/db'
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'
import { unit } from '../organisation/schema'

/** Whether a member has a smartphone, as the cell found (CV 1, ĐX III); nobody's line is here until it is known. */
export const smartphone = pgTable('smartphone', {
  memberId: uuid('member_id')
    .primaryKey()
    .references(() => member.id),
  has: boolean('has').notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull(),
})

/** What the census said of a member before and after; nothing where it was not known. */
export interface SmartphoneChange {
  memberId: string
  before: boolean | null
  after: boolean | null
}

/** One saving of a cell's census, with what it needs to be undone. */
export const smartphoneCensus = pgTable(
  'smartphone_census',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    changes: jsonb('changes').$type<SmartphoneChange[]>().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [index('smartphone_census_unit').on(table.unitId, table.madeAt)],
)

/**
 * Counts of each cell's own members at the end of a day, recounted as the roster changes; sums over the tree are made from
 * them. Every member is in one of: probationary, exempt, with a smartphone (`counted`), without one, or not known.
 */
export const adoptionCount = pgTable(
  'adoption_count',
  {
    day: date('day').notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    members: integer('members').notNull(),
    probationary: integer('probationary').notNull(),
    exempt: integer('exempt').notNull(),
    withoutSmartphone: integer('without_smartphone').notNull(),
    smartphoneUnknown: integer('smartphone_unknown').notNull(),
    /** Of all members. */
    registered: integer('registered').notNull(),
    awaiting: integer('awaiting').notNull(),
    active: integer('active').notNull(),
    /** Kept apart: nobody is held to a target before being confirmed. */
    probationaryRegistered: integer('probationary_registered').notNull(),
    probationaryActive: integer('probationary_active').notNull(),
    /** Full members who are not exempt, with a smartphone or without. */
    expected: integer('expected').notNull(),
    expectedRegistered: integer('expected_registered').notNull(),
    expectedActive: integer('expected_active').notNull(),
    /** Those of them with a smartphone. */
    counted: integer('counted').notNull(),
    countedRegistered: integer('counted_registered').notNull(),
    countedActive: integer('counted_active').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.unitId] })],
)
