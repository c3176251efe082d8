import { id, instant } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'

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
  verifiedBy: text('verified_by'),
  updatedAt: instant('updated_at').notNull(),
})

export type FileRequestStatus = 'draft' | 'awaiting' | 'returned' | 'approved' | 'withdrawn'

/** A change of the file that the member asks for and the cell verifies (QN 10.1.2). One at a time is open. */
export const fileRequest = pgTable(
  'file_request',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    status: text('status').$type<FileRequestStatus>().notNull(),
    /** JSON of field key to the values before and after, encrypted. */
    sealed: text('sealed').notNull(),
    /** Goes up with each change of the request, so that nobody decides on what they have not seen. */
    revision: integer('revision').notNull().default(1),
    requestedAt: instant('requested_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
    reason: text('reason'),
  },
  (table) => [
    uniqueIndex('file_request_open')
      .on(table.memberId)
      .where(sql`${table.status} in ('draft', 'awaiting', 'returned')`),
    index('file_request_member').on(table.memberId, table.requestedAt),
    index('file_request_awaiting').on(table.requestedAt, table.id).where(sql`${table.status} = 'awaiting'`),
  ],
)
