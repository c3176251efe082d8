import { appendOnly, id, instant } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { bigint, customType, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Who did what, chained: each row's hash covers the row before it. */
export const auditEntry = appendOnly(
  pgTable('audit_entry', {
    sequence: bigint('sequence', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    action: text('action').notNull(),
    subjectId: uuid('subject_id'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    requestId: text('request_id').notNull(),
    hash: bytes('hash').notNull(),
  }),
)

/** What must leave the province after the transaction that decided it: jobs, messages. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    job: text('job').notNull(),
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Not before this instant. */
    dueAt: instant('due_at').notNull(),
    relayedAt: instant('relayed_at'),
    /** While work with this key waits, more of the same is one. */
    onceKey: text('once_key'),
  },
  (table) => [
    index('outbox_pending').on(table.job, table.dueAt, table.id).where(sql`${table.relayedAt} is null`),
    uniqueIndex('outbox_once').on(table.onceKey).where(sql`${table.relayedAt} is null`),
  ],
)

/** The province's configuration as published, one row a revision (QN 19.3). */
export const configurationRevision = appendOnly(
  pgTable('configuration_revision', {
    revision: bigint('revision', { mode: 'number' }).primaryKey(),
    hash: text('hash').notNull(),
    configuration: jsonb('configuration').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    reason: text('reason').notNull(),
    /** Articles the change rests on, `<regulation>/<article>`; none where the vendor published. */
    cites: jsonb('cites').$type<string[]>(),
  }),
)
