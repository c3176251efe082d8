import { instant } from '@sotay/db'
import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'
import { unit } from '../organisation/schema'

/** Whether a member has a smartphone, as the cell found (CV 1, ĐX III). */
export const smartphone = pgTable('smartphone', {
  memberId: uuid('member_id')
    .primaryKey()
    .references(() => member.id),
  has: boolean('has').notNull(),
  note: text('note'),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull(),
})

/** Counts of each cell's own members on a day, recounted as the roster changes; sums over the tree are made from them. */
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
    registered: integer('registered').notNull(),
    awaiting: integer('awaiting').notNull(),
    active: integer('active').notNull(),
    /** Of those with a smartphone who are not exempt: the denominator and numerators of the target. */
    counted: integer('counted').notNull(),
    countedRegistered: integer('counted_registered').notNull(),
    countedActive: integer('counted_active').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.unitId] })],
)
