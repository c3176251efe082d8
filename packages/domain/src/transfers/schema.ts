import { appendOnly, id, instant } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'
import { decision, unit } from '../organisation/schema'

/** `out` and `in` cross the province's border by a signed file. */
export type TransferKind = 'permanent' | 'temporary' | 'out' | 'in'
export type TransferStatus =
  | 'requested'
  | 'confirmed'
  | 'accepted'
  | 'decided'
  | 'effective'
  | 'returned'
  | 'refused'
  | 'withdrawn'

/** A member's transfer from cell to cell (QN 10.2.2, R9). At most one of a member is under way. */
export const transfer = pgTable(
  'transfer',
  {
    id: id(),
    /** Absent of somebody who comes from elsewhere until the cell takes them in. */
    memberId: uuid('member_id').references(() => member.id),
    kind: text('kind').$type<TransferKind>().notNull(),
    status: text('status').$type<TransferStatus>().notNull(),
    fromUnitId: uuid('from_unit_id').references(() => unit.id),
    toUnitId: uuid('to_unit_id').references(() => unit.id),
    /** The committee competent to decide. */
    decidedAtUnitId: uuid('decided_at_unit_id').references(() => unit.id),
    /** The other organisation, of a transfer that crosses the border. */
    elsewhere: text('elsewhere'),
    /** The province it leaves for or comes from, where a signed file is exchanged. */
    partner: text('partner'),
    /** What a signed file and its receipt are known by; each is used once. */
    nonce: text('nonce'),
    /** Who comes from elsewhere, as the file says, encrypted. */
    person: text('person'),
    reason: text('reason').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** Since when it is in its present state: the days to answer count from here. */
    statusAt: instant('status_at').notNull(),
    decisionId: uuid('decision_id').references(() => decision.id),
    /** Numbers of letters count from one in each year of the unit that issues them. */
    letterYear: integer('letter_year'),
    letterOrdinal: integer('letter_ordinal'),
    /** The first day of the new state; of a temporary one the wish, until it is decided. */
    effectiveOn: date('effective_on'),
    /** The last day of a temporary one. */
    untilOn: date('until_on'),
  },
  (table) => [
    uniqueIndex('transfer_under_way')
      .on(table.memberId)
      .where(sql`${table.status} in ('requested', 'confirmed', 'accepted', 'decided')`),
    index('transfer_from').on(table.fromUnitId, table.status),
    index('transfer_to').on(table.toUnitId, table.status),
    uniqueIndex('transfer_nonce').on(table.kind, table.nonce),
    uniqueIndex('transfer_letter').on(table.decidedAtUnitId, table.letterYear, table.letterOrdinal),
    index('transfer_due').on(table.effectiveOn).where(sql`${table.status} = 'decided'`),
    index('transfer_member').on(table.memberId, table.requestedAt),
  ],
)

/** Who did what to a transfer, and when. */
export const transferStep = appendOnly(
  pgTable(
    'transfer_step',
    {
      id: id(),
      transferId: uuid('transfer_id').notNull(),
      /** The steps of one transfer count from one. */
      ordinal: integer('ordinal').notNull(),
      status: text('status').$type<TransferStatus>().notNull(),
      at: instant('at').notNull(),
      by: text('by').notNull(),
      note: text('note'),
    },
    (table) => [uniqueIndex('transfer_step_ordinal').on(table.transferId, table.ordinal)],
  ),
)
