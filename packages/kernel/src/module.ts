import type { ModuleKey, RoleKey, TenantConfiguration } from '@sotay/tenant-config'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import type { z } from 'zod'
import type { AuditRow } from './audit'
import type { TenantContext } from './context'
import type { TransactionContext } from './transaction'

/** Who holds a permission unless the province's configuration says more. */
export type Audience = 'public' | 'signed-in' | readonly RoleKey[]

/** Modules that every province has; a tenant.yaml neither lists nor leaves them out. */
export type CoreModuleKey =
  | 'organisation'
  | 'members'
  | 'accounts'
  | 'dossiers'
  | 'authority'
  | 'reorganisation'
  | 'transfers'
  | 'cards'
  | 'imports'
  | 'adoption'
  | 'settings'
  | 'support'

export type NavGroup = 'information' | 'cell-life' | 'study' | 'opinion' | 'steering' | 'administration'

/** A link in the navigation, shown to those who hold `needs`. */
export interface NavItem {
  path: string
  /** i18n key, `module:nav.x`. */
  label: string
  group: NavGroup
  icon: string
  needs: string
  /** Position in the phone's bottom bar, when it has one. */
  bar?: 1 | 2 | 3 | 4
}

/** Something that waits for the actor, on the first page (“Việc của tôi”). */
export interface AgendaItem {
  href: string
  /** i18n key, given `count`. */
  label: string
  count: number
  /** A moment, or a day without a time. */
  dueAt?: Date | string
}

/** What a module puts on the agenda of those who hold `needs`; the others cost no query. */
export interface Agenda {
  needs: string
  read(ctx: TenantContext): Promise<AgendaItem[]>
}

/**
 * Work for the queue. The handler may run twice for one key and must come to the same end.
 * It finds the work's key as `ctx.requestId`: the same at each try, made for texts' and files' own keys.
 */
export interface JobDefinition<Input = never> {
  /** `module.purpose`; also the queue's name. */
  name: string
  /** How many of them one worker runs at once; four when absent. */
  concurrency?: number
  /** Seconds one try may take, thirty when absent; a worker that died holds its jobs for as long. */
  limitSeconds?: number
  input: z.ZodType<Input>
  handler(ctx: TenantContext, input: Input, ports: JobPorts): Promise<void>
}

/** A job without input that follows other modules' audited acts: however many within the wait, it runs once. */
export interface Reaction {
  /** Audit actions, of this module or of those it depends on. */
  to: readonly string[]
  job: Pick<JobDefinition<Record<string, never>>, 'name' | 'input'>
  afterSeconds: number
}

/** What must be so the moment another module's act is: done in the act's own transaction, once for all acts of it. */
export interface Consequence {
  /** Audit actions, of this module or of those it depends on. */
  of: readonly string[]
  follow(tx: TransactionContext, acts: readonly AuditRow[]): Promise<void>
}

/** A job that each province runs on a clock. `cron` is in the province's zone. */
export interface Schedule {
  job: string
  cron: string
  /** A tick missed for want of a worker is made up for however late; within three hours when absent. */
  catchUp?: true
}

export interface SpokenText {
  audio: Buffer
  contentType: 'audio/mpeg' | 'audio/wav'
}

/** What jobs may reach outside the database; the worker supplies it. */
export interface JobPorts {
  sendText(message: { key: string; tenantId: string; to: string; text: string; code?: string }): Promise<void>
  /**
   * Puts a revision that the province published in force everywhere, unless a later one already is. Absent where there is
   * no catalogue to tell.
   */
  adoptRevision?: (adopted: { tenantId: string; revision: number; configuration: TenantConfiguration }) => Promise<void>
  /** Speaks a text in the locale's language. Absent where the machine has no voice. */
  synthesize?: (text: string, locale: 'vi' | 'en') => Promise<SpokenText>
}

export type PersonalValue = string | number | boolean | Date | null

/** One part of what the province holds on a member, in the words the member reads: a sheet, a section. */
export interface PersonalPart {
  /** Names of the tables it is read from; a test holds that no table with a `member_id` is forgotten. */
  tables: readonly string[]
  /** Vietnamese, for the member: “Tài khoản”, “Chuyển sinh hoạt”. */
  title: string
  /** Heading to value, one record a row; empty when there is nothing. Sealed fields are opened: they are the member's own. */
  rows: readonly Readonly<Record<string, PersonalValue>>[]
}

/**
 * Reads what a module holds on one member, for the copy the member may ask for (H56; Law 91/2025). Returns each part
 * even when it is empty. The caller has made sure that `memberId` is the actor's own and audits the copy.
 */
export type PersonalData = (ctx: TenantContext, memberId: string) => Promise<PersonalPart[]>

/**
 * SQL of a table of unit_id and n: how many members are in each unit on a day, for those who show them by the tree.
 * @param at today, `live`, or another day as SQL
 * @param unitId SQL of one unit's id, to count that one alone
 */
export type Headcount = (at: { live: boolean; day: SQLWrapper }, unitId?: SQLWrapper) => SQL

/** What a module says of itself. One typed value, listed in `packages/domain/src/modules.ts`. */
export interface ModuleManifest {
  key: ModuleKey | CoreModuleKey
  /** Always on: the ground the other modules stand on. */
  core?: true
  /** On only where the province's tree has a level at which members meet. */
  ofCells?: true
  dependsOn: readonly ModuleManifest[]
  permissions: Readonly<Record<string, Audience>>
  /** Of its permissions, those that a vendor's operator never holds on a support visit (H26). */
  closedToVisitors?: readonly string[]
  settings?: z.ZodType
  nav: readonly NavItem[]
  // A list of jobs of differing inputs: each checks its own with its schema before its handler sees it.
  jobs: readonly JobDefinition[]
  agenda?: Agenda
  schedules: readonly Schedule[]
  reactions?: readonly Reaction[]
  consequences?: readonly Consequence[]
  auditActions: readonly string[]
  /** How many are in each unit: of one module alone, the roster. */
  headcount?: Headcount
  /** Purposes for which it asks for keys of the province's: archives carry these, and a key of another purpose is refused. */
  keyPurposes?: readonly string[]
  /** What it holds on one member; asked also where the module is off, since off hides and never drops. */
  personalData?: PersonalData
  /** Fills a demonstration province; runs once, after the modules it depends on. */
  demo?: (ctx: TenantContext) => Promise<void>
}

export const defineModule = <const Manifest extends ModuleManifest>(manifest: Manifest): Manifest => manifest

/** Declares a job, checking its input's type against its handler's. */
export const defineJob = <Input>(job: JobDefinition<Input>): JobDefinition => job as JobDefinition
