import { id, instant } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'
import { unit } from '../organisation/schema'

export type CardCaseKind = 'lost' | 'damaged' | 'duplicate'
export type CardCaseStatus = 'reported' | 'confirmed' | 'resolved' | 'refused' | 'withdrawn'

/** A lost, damaged or duplicate card on its way to an outcome (CV 2, R6). */
export const cardCase = pgTable(
  'card_case',
  {
    id: id(),
    kind: text('kind').$type<CardCaseKind>().notNull(),
    status: text('status').$type<CardCaseStatus>().notNull(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    /** The number as written on the other card, of a duplicate. */
    otherCard: text('other_card'),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    note: text('note'),
    reportedBy: text('reported_by').notNull(),
    reportedAt: instant('reported_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: uuid('confirmed_by'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    oldCard: text('old_card').notNull(),
    newCard: text('new_card'),
    outcome: text('outcome'),
  },
  (table) => [
    index('card_case_member').on(table.memberId),
    uniqueIndex('card_case_one_open').on(table.memberId).where(sql`${table.status} in ('reported', 'confirmed')`),
    index('card_case_open').on(table.reportedAt).where(sql`${table.status} in ('reported', 'confirmed')`),
  ],
)
