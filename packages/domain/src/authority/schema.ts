import { id, instant } from '@sotay/db'
import type { RoleKey } from '@sotay/tenant-config'
import { boolean, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'
import { decision, unit } from '../organisation/schema'

/** The administrator's seat of a committee or agency, apart from personal accounts; never a shared password (QN 2.6). */
export const seat = pgTable(
  'seat',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    name: text('name').notNull(),
    role: text('role').$type<RoleKey>().notNull(),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [index('seat_unit').on(table.unitId)],
)

/** Who holds a seat over which days, by which decision; one at a time (an exclusion constraint; QN 6.7, 16.4). */
export const custody = pgTable(
  'custody',
  {
    id: id(),
    seatId: uuid('seat_id')
      .notNull()
      .references(() => seat.id),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until'),
    decisionId: uuid('decision_id').references(() => decision.id),
    endedBy: text('ended_by'),
    endReason: text('end_reason'),
    /** Ended before a day of it had passed: it holds no days. */
    cancelled: boolean('cancelled').notNull().default(false),
  },
  (table) => [index('custody_seat').on(table.seatId, table.validFrom), index('custody_member').on(table.memberId)],
)

/** A user group of a unit: its members hold its roles (QN 2.6, R4). */
export const userGroup = pgTable(
  'user_group',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [index('user_group_unit').on(table.unitId)],
)

export const userGroupRole = pgTable(
  'user_group_role',
  {
    id: id(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => userGroup.id),
    role: text('role').$type<RoleKey>().notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
  },
  (table) => [uniqueIndex('user_group_role_once').on(table.groupId, table.role, table.unitId)],
)

export const userGroupMember = pgTable(
  'user_group_member',
  {
    id: id(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => userGroup.id),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until'),
  },
  (table) => [index('user_group_member_group').on(table.groupId), index('user_group_member_member').on(table.memberId)],
)

export type ProposalStatus = 'awaiting' | 'confirmed' | 'refused' | 'withdrawn'

/** A role that a second officer must confirm before it is granted, where the province asks for four eyes. */
export const grantProposal = pgTable(
  'grant_proposal',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    role: text('role').$type<RoleKey>().notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until'),
    decisionId: uuid('decision_id').references(() => decision.id),
    status: text('status').$type<ProposalStatus>().notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (table) => [index('grant_proposal_unit').on(table.unitId)],
)
