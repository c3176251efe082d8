import { appendOnly, id, instant } from '@sotay/db'
import type { RoleKey } from '@sotay/tenant-config'
import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'
import { decision, unit } from '../organisation/schema'

export type AccountStatus = 'awaiting_approval' | 'active' | 'returned' | 'suspended' | 'revoked'

/** A member's personal account. It never stands for an office (QN 2.6). */
export const account = pgTable(
  'account',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id),
    status: text('status').$type<AccountStatus>().notNull(),
    passwordHash: text('password_hash').notNull(),
    /** Issued accounts must choose their own password at the first sign-in (ĐX II.2.4). */
    passwordExpiresAt: instant('password_expires_at'),
    /** Encrypted; present once a second factor is set up. */
    totpSecret: text('totp_secret'),
    /** The last accepted 30-second step, so that a code passes once. */
    totpStep: integer('totp_step'),
    registeredAt: instant('registered_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
    decisionReason: text('decision_reason'),
    /** Until this day the account has its owner's rights and no office's (QN 2.7). */
    restrictedUntil: date('restricted_until'),
    restrictionReason: text('restriction_reason'),
    /** When the approver was last reminded of it. */
    remindedAt: instant('reminded_at'),
  },
  (table) => [
    uniqueIndex('account_member').on(table.memberId),
    index('account_awaiting').on(table.registeredAt).where(sql`${table.status} = 'awaiting_approval'`),
  ],
)

export type GrantSource = 'direct' | 'approval' | 'seat' | 'group'

/** A role held at a unit over a period (R4). */
export const roleGrant = pgTable(
  'role_grant',
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
    grantedBy: text('granted_by').notNull(),
    /** What the grant comes from, and ends with. */
    source: text('source').$type<GrantSource>().notNull().default('direct'),
    sourceId: uuid('source_id'),
    /** The decision on paper that a direct grant carries. */
    decisionId: uuid('decision_id').references(() => decision.id),
    endedBy: text('ended_by'),
    /** When its holder was told that it ends soon. */
    remindedAt: instant('reminded_at'),
  },
  (table) => [
    index('role_grant_member').on(table.memberId),
    index('role_grant_unit').on(table.unitId, table.role),
    index('role_grant_source').on(table.sourceId),
  ],
)

/** A secretary's right to approve accounts, handed to another over a period (QN 10.1.3). */
export const delegation = pgTable(
  'delegation',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    fromMemberId: uuid('from_member_id')
      .notNull()
      .references(() => member.id),
    toMemberId: uuid('to_member_id')
      .notNull()
      .references(() => member.id),
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until').notNull(),
    reason: text('reason'),
    endedAt: instant('ended_at'),
  },
  (table) => [index('delegation_to').on(table.toMemberId), index('delegation_unit').on(table.unitId)],
)

export type CodePurpose = 'registration' | 'password-reset' | 'phone-change'

/** A one-time code, kept as a hash. Without a member it is a decoy: an unknown card is answered like a known one. */
export const oneTimeCode = pgTable(
  'one_time_code',
  {
    id: id(),
    purpose: text('purpose').$type<CodePurpose>().notNull(),
    memberId: uuid('member_id').references(() => member.id),
    codeHash: text('code_hash').notNull(),
    /** The number the code went to, of a change of phone. */
    phone: text('phone'),
    triesLeft: integer('tries_left').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Hash of the proof handed out when the code was right; the proof sets the password, once. */
    proofHash: text('proof_hash'),
    verifiedAt: instant('verified_at'),
    usedAt: instant('used_at'),
  },
  (table) => [index('one_time_code_expiry').on(table.expiresAt)],
)

/** A signed-in device. The key is the hash of what the cookie holds. */
export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    /** Slides with use. */
    expiresAt: instant('expires_at').notNull(),
    /** Does not. */
    endsAt: instant('ends_at').notNull(),
    device: text('device').notNull(),
  },
  (table) => [index('session_account').on(table.accountId), index('session_expiry').on(table.expiresAt)],
)

/** Counts against the limits on codes and sign-ins; `key` is a hash. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expire: instant('expire').notNull(),
})

export type SignInOutcome = 'signed-in' | 'wrong-password' | 'wrong-second-factor' | 'refused'

/** The member's own sign-in history. */
export const signInEvent = appendOnly(
  pgTable(
    'sign_in_event',
    {
      id: id(),
      accountId: uuid('account_id').notNull(),
      at: instant('at').notNull(),
      outcome: text('outcome').$type<SignInOutcome>().notNull(),
      device: text('device').notNull(),
    },
    (table) => [index('sign_in_event_account').on(table.accountId, table.at)],
  ),
)
