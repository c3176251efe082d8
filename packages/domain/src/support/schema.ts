import { id, instant } from '@sotay/db'
import type { RoleKey } from '@sotay/tenant-config'
import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'

/** A vendor's operator looking at the province: who, why, as what, how long. Tokens are kept as hashes. */
export const supportVisit = pgTable(
  'support_visit',
  {
    id: id(),
    operatorId: text('operator_id').notNull(),
    operatorName: text('operator_name').notNull(),
    reason: text('reason').notNull(),
    ticket: text('ticket').notNull(),
    role: text('role').$type<RoleKey>().notNull(),
    openedAt: instant('opened_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Opens the door once, for a minute; gone once used. */
    handoverHash: text('handover_hash'),
    handoverUntil: instant('handover_until').notNull(),
    enteredAt: instant('entered_at'),
    sessionHash: text('session_hash'),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (table) => [
    uniqueIndex('support_visit_session').on(table.sessionHash),
    uniqueIndex('support_visit_handover').on(table.handoverHash),
    index('support_visit_opened').on(table.openedAt),
  ],
)

/** The province's leave for visitors to write, over a time. */
export const supportGrant = pgTable(
  'support_grant',
  {
    id: id(),
    grantedBy: text('granted_by').notNull(),
    grantedByName: text('granted_by_name').notNull(),
    grantedAt: instant('granted_at').notNull(),
    until: instant('until').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
  },
  (table) => [index('support_grant_open').on(table.until).where(sql`${table.withdrawnAt} is null`)],
)
