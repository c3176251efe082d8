export { audit, type ChainState, verifyAuditChain } from './audit'
export { authorize, covers, everywhere, inScope, inScopeParam, may, type Scope, scopeParam } from './authorize'
export { addDays, addMonths, addYears, todayOf } from './calendar-day'
export { type Clock, dayIn, systemClock } from './clock'
export { type CompiledConfiguration, compileConfiguration } from './configuration'
export type {
  Actor,
  AnonymousActor,
  BackupNote,
  DelegatedPermission,
  Grant,
  JobActor,
  MaintenanceNotice,
  MemberActor,
  OperatorActor,
  Peer,
  PlatformContext,
  Signatures,
  TenantContext,
  TenantIdentity,
  Upkeep,
  VisitorActor,
} from './context'
export {
  Conflict,
  type ErrorParams,
  type FieldError,
  Invalid,
  NotFound,
  Refusal,
  TooMany,
  Unauthenticated,
} from './errors'
export { isId, newId } from './ids'
export {
  type Agenda,
  type AgendaItem,
  type Audience,
  type Consequence,
  type CoreModuleKey,
  defineJob,
  defineModule,
  type Headcount,
  type JobDefinition,
  type JobPorts,
  type ModuleManifest,
  type NavGroup,
  type NavItem,
  type PersonalData,
  type PersonalPart,
  type PersonalValue,
  type Reaction,
  type Schedule,
  type SpokenText,
} from './module'
export { enqueue } from './outbox'
export { type BoxLabel, keyedHash, seal, unseal } from './secret-box'
export { type TransactionContext, transaction } from './transaction'
