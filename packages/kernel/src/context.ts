import type { PlatformDb, TenantDb } from '@sotay/db'
import type { TenantFiles } from '@sotay/files'
import type { RoleKey } from '@sotay/tenant-config'
import type { Clock } from './clock'
import type { CompiledConfiguration } from './configuration'

/** Words on every page while the vendor works on the installation. */
export interface MaintenanceNotice {
  text: string
  from: Date
  until: Date
}

/** Which province this is: what the catalogue knows of it. */
export interface TenantIdentity {
  id: string
  slug: string
  name: string
  /** The first of its own domains, for links in messages; never taken from a request. */
  origin: string
  /** Of maintenance under way or ahead. */
  notices: readonly MaintenanceNotice[]
}

/** A role held at a unit on the day of the request. `path` is the unit's place in the tree. */
export interface Grant {
  role: RoleKey
  unitId: string
  path: string
  /** Name of the unit, where it was loaded for showing. */
  unitName?: string
  /** Held as custodian of an administrator's seat, not in one's own name (QN 2.6). */
  seat?: boolean
}

/** One permission at a unit that its holder handed to somebody else for a while (QN 10.1.3). */
export interface DelegatedPermission {
  permission: string
  unitId: string
  path: string
}

/** A signed-in person. */
export interface MemberActor {
  kind: 'member'
  accountId: string
  memberId: string
  sessionId: string
  name: string
  unitId: string
  unitName: string
  path: string
  grants: Grant[]
  delegations?: DelegatedPermission[]
}
export interface JobActor {
  kind: 'job'
  job: string
}
/** A vendor's operator, acting through an operation. */
export interface OperatorActor {
  kind: 'operator'
  operatorId: string
}
/**
 * A vendor's operator on a support visit: sees what holders of one role see, writes only while the province lets it, and
 * never holds what modules close to visitors (H26).
 */
export interface VisitorActor {
  kind: 'visitor'
  visitId: string
  operatorId: string
  name: string
  ticket: string
  role: RoleKey
  /** The place in the tree the role is looked from: the province's own. */
  path: string
  until: Date
  mayWrite: boolean
}
export interface AnonymousActor {
  kind: 'anonymous'
}
export type Actor = MemberActor | JobActor | OperatorActor | VisitorActor | AnonymousActor

/** Another province that files signed by this one can be handed to. */
export interface Peer {
  slug: string
  name: string
}

/** Signatures of provinces under what is handed from one to another. Private keys are derived and stored nowhere. */
export interface Signatures {
  /** Signs as this province. @returns Ed25519, base64url */
  sign(bytes: string): string
  /** Whether the province `slug` signed these bytes; false for a province this one does not know. */
  verify(slug: string, bytes: string, signature: string): boolean
  /** Encrypts for the province `slug` alone; nothing for one this province does not know. */
  sealFor(slug: string, label: string, text: string): string | undefined
  /** Opens what another province sealed for this one under the label; nothing when it was for another, or altered. */
  openSealed(label: string, letter: string): string | undefined
  /** This province's own key, for other installations to configure: 32 bytes, base64url. */
  publicKey(): string
  /** Whose signatures are known. */
  peers(): Peer[]
}

/** One archive of the province, as its own people may know it. */
export interface BackupNote {
  id: string
  kind: 'scheduled' | 'asked' | 'before-remove' | 'before-move'
  askedAt: Date
  finishedAt: Date | null
  bytes: number | null
  /** When it was last read back whole and found right. */
  verifiedAt: Date | null
  /** The last time it was restored beside the province, and whether every row came back. */
  drill: { at: Date; equal: boolean } | null
  failed: boolean
}

/** What the vendor does to keep the province's data, as far as the province sees it. */
export interface Upkeep {
  /** Newest first, at most fifty. */
  backups(): Promise<BackupNote[]>
  /**
   * Asks for an archive; it is taken within minutes.
   * @param by who asks, as the vendor is to read it @returns false when one asked for before still waits
   */
  askForBackup(by: string): Promise<boolean>
}

/** What a verb is handed first. Made by the web wrapper, the worker and the operations, nowhere else. */
export interface TenantContext {
  tenant: TenantIdentity
  config: CompiledConfiguration
  db: TenantDb
  files: TenantFiles
  actor: Actor
  locale: 'vi' | 'en'
  clock: Clock
  requestId: string
  /** A key for one purpose, this province's alone, derived from the installation's secret and stored nowhere. */
  secretKey(purpose: string): string
  signatures: Signatures
  upkeep: Upkeep
  /** Tells the worker that the outbox has news. A lost call costs one sweep, never a message. */
  outboxChanged(): void
}

/** What a vendor's verb is handed first. It is another type, so that no province can be passed by accident. */
export interface PlatformContext {
  platform: PlatformDb
  actor: OperatorActor | JobActor
  clock: Clock
  requestId: string
}
