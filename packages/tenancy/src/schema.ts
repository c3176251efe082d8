import { appendOnly, instant } from '@sotay/db'
import type { BrandFiles } from '@sotay/tenant-config'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

/** `removing`: its site is closed and its data waits out the days in which it can be called back. */
export type TenantStatus = 'provisioning' | 'active' | 'suspended' | 'removing'

/** What a page needs before the province's own schema can be asked: the suspended page's brand. */
export interface TenantFace {
  app: string
  shortName: string
  primary: string
  accent: string
  contact: string
  /** Names of the brand's files in the province's part of the store; fixed ones where this is absent. */
  files?: BrandFiles
}

/** A database that provinces may be placed in. The default one stands in the environment, not here. */
export const databaseServer = pgTable('database_server', {
  key: text('key').primaryKey(),
  host: text('host').notNull(),
  port: integer('port').notNull(),
  database: text('database').notNull(),
})

export const tenant = pgTable('tenant', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** Name of its schema and of its login role. */
  schema: text('schema').notNull().unique(),
  status: text('status').$type<TenantStatus>().notNull(),
  placement: text('placement').references(() => databaseServer.key),
  face: jsonb('face').$type<TenantFace>().notNull(),
  configRevision: bigint('config_revision', { mode: 'number' }).notNull(),
  /** The last migration its schema has. */
  migration: text('migration'),
  createdAt: instant('created_at').notNull(),
  statusReason: text('status_reason'),
  /** Until when its processes hold their work back, while it is handed to another server. */
  heldUntil: instant('held_until'),
  /** When its data goes for good, once it is being removed. */
  removeAt: instant('remove_at'),
  /** Of a copy: the id under which the names of its files and its keys were made. */
  originId: uuid('origin_id'),
  /** Of a province that came from another installation: its keys by purpose, sealed. */
  keys: text('keys'),
})

/** A copy of a province that was put aside and is kept until its successor is accepted. */
export const tenantAside = pgTable('tenant_aside', {
  id: uuid('id').primaryKey(),
  tenantId: uuid('tenant_id')
    .notNull()
    .references(() => tenant.id, { onDelete: 'cascade' }),
  why: text('why').$type<'restored' | 'moved'>().notNull(),
  /** Name of the schema as it is called now. */
  schema: text('schema').notNull(),
  placement: text('placement').references(() => databaseServer.key),
  since: instant('since').notNull(),
})

export type BackupKind = 'scheduled' | 'asked' | 'before-remove' | 'before-move'

/** What a drill found when it restored an archive beside its province. */
export interface DrillReport {
  outcome: 'equal' | 'different' | 'failed'
  seconds: number
  tables: number
  rows: number
  /** Of tables that differ, or of what went wrong. */
  findings: string[]
}

/** Archives of provinces. A row outlives its province: it is the proof of what was removed. */
export const backup = pgTable(
  'backup',
  {
    id: uuid('id').primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    slug: text('slug').notNull(),
    kind: text('kind').$type<BackupKind>().notNull(),
    askedAt: instant('asked_at').notNull(),
    askedBy: text('asked_by').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    /** Name in the store; absent until it is whole, and once it was destroyed. */
    key: text('key'),
    bytes: bigint('bytes', { mode: 'number' }),
    parts: integer('parts'),
    migration: text('migration'),
    /** SHA-256 of the stored file. */
    checksum: text('checksum'),
    /** Rows and content hash of each table. */
    tables: jsonb('tables').$type<{ name: string; rows: number; hash: string }[]>(),
    verifiedAt: instant('verified_at'),
    drilledAt: instant('drilled_at'),
    drill: jsonb('drill').$type<DrillReport>(),
    error: text('error'),
    destroyedAt: instant('destroyed_at'),
  },
  (table) => [index('backup_tenant').on(table.tenantId, table.askedAt)],
)

/** What the vendor decides for the whole installation, by name. */
export const platformSetting = pgTable('platform_setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
})

export const tenantDomain = pgTable('tenant_domain', {
  domain: text('domain').primaryKey(),
  tenantId: uuid('tenant_id')
    .notNull()
    .references(() => tenant.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
})

export type OperatorRole = 'viewer' | 'operator' | 'owner'

export const operator = pgTable('operator', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  role: text('role').$type<OperatorRole>().notNull(),
  passwordHash: text('password_hash').notNull(),
  totpSecret: text('totp_secret').notNull(),
  /** The last accepted 30-second step, so that a code passes once. */
  totpStep: integer('totp_step'),
  createdAt: instant('created_at').notNull(),
  disabledAt: instant('disabled_at'),
})

export const operatorSession = pgTable('operator_session', {
  /** SHA-256 of the cookie's token. */
  id: text('id').primaryKey(),
  operatorId: uuid('operator_id')
    .notNull()
    .references(() => operator.id, { onDelete: 'cascade' }),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** As the operator will recognise it. */
  device: text('device').notNull().default(''),
})

export type OperatorLinkKind = 'invitation' | 'second-factor'

/** A link that works once: it makes a new operator's account, or gives one that is there a new second factor. */
export const operatorLink = pgTable('operator_link', {
  /** SHA-256 of the link's token. */
  id: text('id').primaryKey(),
  kind: text('kind').$type<OperatorLinkKind>().notNull(),
  /** Whose it is; of an invitation, whose it will be. */
  operatorId: uuid('operator_id').notNull(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  role: text('role').$type<OperatorRole>().notNull(),
  /** Sealed; takes effect when the link is used. */
  totpSecret: text('totp_secret').notNull(),
  madeBy: text('made_by').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** Counts against the limits on operators' sign-ins; `key` is a keyed hash. */
export const operatorTry = pgTable('operator_try', {
  key: text('key').primaryKey(),
  tries: integer('tries').notNull(),
  until: instant('until').notNull(),
})

/** What the vendor did, to which province. */
export const operationEntry = appendOnly(
  pgTable(
    'operation_entry',
    {
      id: uuid('id').primaryKey(),
      at: instant('at').notNull(),
      actor: text('actor').notNull(),
      operation: text('operation').notNull(),
      tenantSlug: text('tenant_slug'),
      details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    },
    (table) => [index('operation_entry_tenant').on(table.tenantSlug, table.id)],
  ),
)

/** A province being thought out in the wizard: the answers given so far. */
export const onboardingDraft = pgTable('onboarding_draft', {
  id: uuid('id').primaryKey(),
  preset: text('preset').notNull(),
  answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
  madeBy: text('made_by').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  /** The province it became. */
  tenantSlug: text('tenant_slug'),
})

/** Words on every page of a province, or of all, over a time. */
export const maintenanceBanner = pgTable('maintenance_banner', {
  id: uuid('id').primaryKey(),
  /** Every province's when absent. */
  tenantId: uuid('tenant_id').references(() => tenant.id, { onDelete: 'cascade' }),
  text: text('text').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  madeBy: text('made_by').notNull(),
})

/** A module that a province may not have yet, whatever its configuration lists. */
export const heldModule = pgTable(
  'held_module',
  {
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenant.id, { onDelete: 'cascade' }),
    module: text('module').notNull(),
    heldBy: text('held_by').notNull(),
    heldAt: instant('held_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.module] })],
)

/** Answers of the sites by province and minute: how many, and how many of them failed. */
export const answerCount = pgTable(
  'answer_count',
  {
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenant.id, { onDelete: 'cascade' }),
    minute: instant('minute').notNull(),
    answers: integer('answers').notNull(),
    failures: integer('failures').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.minute] })],
)

export type ChainHealth = 'whole' | 'rewritten'

/** What the hourly upkeep found of a province. */
export const tenantMeasure = pgTable('tenant_measure', {
  tenantId: uuid('tenant_id')
    .primaryKey()
    .references(() => tenant.id, { onDelete: 'cascade' }),
  /** Bytes of its files in the object store. */
  fileBytes: bigint('file_bytes', { mode: 'number' }).notNull(),
  auditChain: text('audit_chain').$type<ChainHealth>().notNull(),
  at: instant('at').notNull(),
})

/** Heads of the provinces' audit chains, kept where no province can reach (H54). */
export const auditAnchor = pgTable(
  'audit_anchor',
  {
    id: uuid('id').primaryKey(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenant.id, { onDelete: 'cascade' }),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('audit_anchor_tenant').on(table.tenantId, table.sequence)],
)

/** Text messages already sent, by key, so that each leaves once; with their text only where this is a demonstration. */
export const sentMessage = pgTable(
  'sent_message',
  {
    key: text('key').primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    channel: text('channel').notNull(),
    recipient: text('recipient'),
    text: text('text'),
    code: text('code'),
    at: instant('at').notNull(),
  },
  (table) => [index('sent_message_recipient').on(table.recipient, table.at)],
)
