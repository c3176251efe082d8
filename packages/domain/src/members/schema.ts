import { appendOnly, id, instant } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { unit } from '../organisation/schema'

export type MembershipStatus = 'probationary' | 'full'
/** Why somebody is no longer on the roster. */
export type Leaving = 'transferred-out' | 'deceased' | 'removed' | 'expelled' | 'resigned'

/** A party member on the roster of one cell (or, in a steering body, of one agency), or somebody who was one. */
export const member = pgTable(
  'member',
  {
    id: id(),
    /** The cell of primary membership today; the last one of somebody who left. */
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    fullName: text('full_name').notNull(),
    /** Given name first, for the order rosters are read in; compared in the Vietnamese collation. */
    sortName: text('sort_name').generatedAlwaysAs(sql`regexp_replace(full_name, '^(.*)\\s(\\S+)$', '\\2 \\1')`),
    /** Name without diacritics in lower case, bare card and phone, each word after a space, for search. */
    searchText: text('search_text').generatedAlwaysAs(
      sql`' ' || ext.fold(full_name || ' ' || regexp_replace(card_number, '[^[:alnum:]]', '', 'g') || ' ' || coalesce(phone, ''))`,
    ),
    foldedName: text('folded_name').generatedAlwaysAs(sql`ext.fold(full_name)`),
    cardNumber: text('card_number').notNull(),
    phone: text('phone'),
    gender: text('gender').$type<'male' | 'female'>(),
    status: text('status').$type<MembershipStatus>().notNull(),
    birthDate: date('birth_date'),
    admittedOn: date('admitted_on'),
    confirmedOn: date('confirmed_on'),
    /** When a probationary member is due to be confirmed. */
    probationEndsOn: date('probation_ends_on'),
    /** Exempt from meetings over a period (miễn sinh hoạt). */
    exemptFrom: date('exempt_from'),
    exemptUntil: date('exempt_until'),
    leftOn: date('left_on'),
    leaving: text('leaving').$type<Leaving>(),
    photoKey: text('photo_key'),
    /** Goes up with each change, so that two who edit at once do not undo each other. */
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('member_card_number').on(table.cardNumber),
    index('member_unit').on(table.unitId),
    index('member_phone').on(table.phone),
    index('member_order').on(sql`sort_name collate "vi-x-icu"`, table.id),
    // With what a walk looks at: those of a frequent family name stand together, behind half of the roster.
    index('member_name').on(sql`full_name collate "vi-x-icu"`, table.id, table.searchText, table.leftOn),
    index('member_admitted').on(sql`coalesce(admitted_on, '9999-12-31'::date)`, table.id),
    index('member_search').using('gin', sql`search_text ext.gin_trgm_ops`),
    index('member_probation').on(table.probationEndsOn).where(sql`${table.status} = 'probationary'`),
  ],
)

export type MembershipKind = 'primary' | 'temporary'

/**
 * In which cell a member was over which days. Two primary periods of one member never overlap (an exclusion
 * constraint); today's is also `member.unitId`.
 */
export const membership = pgTable(
  'membership',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    kind: text('kind').$type<MembershipKind>().notNull(),
    validFrom: date('valid_from').notNull(),
    /** The last day in the cell; open while absent. */
    validUntil: date('valid_until'),
    /** The transfer, change of the tree or import that began it. */
    cause: uuid('cause'),
  },
  (table) => [
    index('membership_member').on(table.memberId, table.validFrom),
    index('membership_unit').on(table.unitId, table.validFrom),
  ],
)

/** History of a member's file and roster line, field by field; values of sensitive fields are encrypted. */
export const memberChange = appendOnly(
  pgTable(
    'member_change',
    {
      id: id(),
      memberId: uuid('member_id').notNull(),
      field: text('field').notNull(),
      before: text('before'),
      after: text('after'),
      at: instant('at').notNull(),
      by: text('by').notNull(),
      requestId: uuid('request_id'),
    },
    (table) => [index('member_change_member').on(table.memberId, table.at)],
  ),
)

export type RosterActionKind = 'exempt' | 'end-exemption' | 'set-probation-end' | 'confirm'

/** What a bulk act found in a line, and the revision it left behind. */
export interface RosterLineBefore {
  id: string
  revision: number
  status: MembershipStatus
  confirmed_on: string | null
  probation_ends_on: string | null
  exempt_from: string | null
  exempt_until: string | null
}

/** A bulk act on the roster, with what it needs to be undone. */
export const rosterAction = pgTable(
  'roster_action',
  {
    id: id(),
    kind: text('kind').$type<RosterActionKind>().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    before: jsonb('before').$type<RosterLineBefore[]>().notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [index('roster_action_made').on(table.madeBy, table.madeAt)],
)

/** Filters of a list that somebody keeps under a name. */
export const savedView = pgTable(
  'saved_view',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    page: text('page').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('saved_view_name').on(table.memberId, table.page, table.name)],
)
