import { id, instant } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { boolean, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { unit } from '../organisation/schema'

export type MembershipStatus = 'probationary' | 'full'

/** A party member on the roster of one cell (or, in a steering body, of one agency). */
export const member = pgTable(
  'member',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    fullName: text('full_name').notNull(),
    /** Without diacritics and in lower case, for search. */
    foldedName: text('folded_name').generatedAlwaysAs(sql`ext.fold(full_name)`),
    cardNumber: text('card_number').notNull(),
    phone: text('phone'),
    status: text('status').$type<MembershipStatus>().notNull(),
    birthDate: date('birth_date'),
    admittedOn: date('admitted_on'),
    confirmedOn: date('confirmed_on'),
    exemptFromMeetings: boolean('exempt_from_meetings').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('member_card_number').on(table.cardNumber),
    index('member_unit').on(table.unitId),
    index('member_phone').on(table.phone),
  ],
)
