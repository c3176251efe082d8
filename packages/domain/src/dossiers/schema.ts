import { id, instant } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'
import { decision } from '../organisation/schema'

/** The member's file (lý lịch, phiếu đảng viên): values by field key, of which the sensitive ones are sealed. */
export const dossier = pgTable('dossier', {
  memberId: uuid('member_id')
    .primaryKey()
    .references(() => member.id),
  open: jsonb('open').$type<Record<string, unknown>>().notNull(),
  /** JSON of the sensitive fields, encrypted with the province's key. */
  sealed: text('sealed'),
  revision: integer('revision').notNull().default(1),
  verifiedAt: instant('verified_at'),
  verifiedBy: uuid('verified_by'),
  updatedAt: instant('updated_at').notNull(),
})

export type FileRequestStatus = 'awaiting' | 'approved' | 'returned' | 'withdrawn'

/** A change of the file that the member asks for and the cell verifies (QN 10.1.2). */
export const fileRequest = pgTable(
  'file_request',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    status: text('status').$type<FileRequestStatus>().notNull(),
    /** JSON of field key to new value, encrypted. */
    sealed: text('sealed').notNull(),
    baseRevision: integer('base_revision').notNull(),
    requestedAt: instant('requested_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
    reason: text('reason'),
  },
  (table) => [
    index('file_request_member').on(table.memberId, table.requestedAt),
    index('file_request_awaiting').on(table.requestedAt).where(sql`${table.status} = 'awaiting'`),
  ],
)

/** A decision that concerns one member: admission, commendation, discipline, exemption. */
export const memberDecision = pgTable(
  'member_decision',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind').notNull(),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => decision.id),
    note: text('note'),
  },
  (table) => [index('member_decision_member').on(table.memberId)],
)
