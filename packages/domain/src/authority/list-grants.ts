import { addDays, authorize, inScope, NotFound, type Scope, type TenantContext, todayOf } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { and, count, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { type GrantSource, roleGrant } from '../accounts'
import { member } from '../members'
import { asOf, decision, unit } from '../organisation'
import { type GrantState, type ListGrants, listGrantsInput } from './inputs'
import { namesMember } from './member-choices'

export interface GrantLine {
  id: string
  memberId: string
  name: string
  cardNumber: string
  role: RoleKey
  unitId: string
  unitName: string
  validFrom: string
  validUntil: string | null
  source: GrantSource
  decisionNumber: string | null
  decisionSignedOn: string | null
  decisionSigner: string | null
  /** Whether there is a scan of the decision to open. */
  scanned: boolean
  state: Exclude<GrantState, 'expiring'>
}

/** The last day of what ends soon, by the configuration; nothing where it asks for no reminders. */
export function expiryHorizon(ctx: TenantContext): string | undefined {
  const days = ctx.config.accounts.reminders?.expiryDays
  if (days === undefined) return undefined
  let last = todayOf(ctx)
  for (let n = 0; n < days; n++) last = addDays(last, 1)
  return last
}

/**
 * Roles in the actor's part of the tree, the newest first, a page at a time; what is over stays as history.
 * @param input `unitId` takes in all below it; `after` is the id the page before ended with
 * @throws NotFound for a unit outside the actor's scope
 */
export async function listGrants(ctx: TenantContext, input: ListGrants = {}) {
  const scope = authorize(ctx, 'authority.read')
  const { unitId, role, state, search, memberId, after, size } = listGrantsInput.parse(input)
  const root = unitId ? await rootOf(ctx, scope, unitId) : undefined
  const matching = and(
    inScope(unit.path, scope),
    root ? sql`${unit.path} <@ ${root.path}::ltree` : undefined,
    role ? sql`${roleGrant.role} = ${role}` : undefined,
    memberId ? eq(roleGrant.memberId, memberId) : undefined,
    search ? namesMember(search) : undefined,
    inState(ctx, state),
  )
  const rows = () =>
    ctx.db
      .select(line)
      .from(roleGrant)
      .innerJoin(member, eq(member.id, roleGrant.memberId))
      .innerJoin(unit, eq(unit.id, roleGrant.unitId))
      .leftJoin(decision, eq(decision.id, roleGrant.decisionId))
  const [page, [total]] = await Promise.all([
    rows()
      .where(and(matching, after ? lt(roleGrant.id, after) : undefined))
      .orderBy(desc(roleGrant.id))
      .limit(size + 1),
    ctx.db
      .select({ rows: count() })
      .from(roleGrant)
      .innerJoin(member, eq(member.id, roleGrant.memberId))
      .innerJoin(unit, eq(unit.id, roleGrant.unitId))
      .where(matching),
  ])
  const today = todayOf(ctx)
  const grants = page.slice(0, size).map((row): GrantLine => ({ ...row, state: stateOf(row, today) }))
  const next = page.length > size ? grants.at(-1)?.id : undefined
  return { grants, next, total: total?.rows ?? 0, unit: root && { id: root.id, name: root.name } }
}

async function rootOf({ db }: TenantContext, scope: Scope, id: string) {
  const seen = and(eq(unit.id, id), inScope(unit.path, scope))
  const [found] = await db.select({ id: unit.id, name: unit.name, path: unit.path }).from(unit).where(seen)
  if (!found) throw new NotFound()
  return found
}

export const line = {
  id: roleGrant.id,
  memberId: roleGrant.memberId,
  name: member.fullName,
  cardNumber: member.cardNumber,
  role: roleGrant.role,
  unitId: roleGrant.unitId,
  unitName: unit.name,
  validFrom: roleGrant.validFrom,
  validUntil: roleGrant.validUntil,
  source: roleGrant.source,
  decisionNumber: decision.number,
  decisionSignedOn: decision.signedOn,
  decisionSigner: decision.signer,
  scanned: sql<boolean>`${decision.fileKey} is not null`,
}

/** One that ended before it began never was. */
export function stateOf(
  { validFrom, validUntil }: { validFrom: string; validUntil: string | null },
  today: string,
): GrantLine['state'] {
  if (validUntil !== null && validUntil < validFrom) return 'cancelled'
  if (validUntil !== null && validUntil < today) return 'ended'
  return validFrom > today ? 'planned' : 'current'
}

function inState(ctx: TenantContext, state: GrantState): SQL {
  const today = todayOf(ctx)
  const { validFrom, validUntil } = roleGrant
  switch (state) {
    case 'current':
      return asOf(roleGrant, today)
    case 'expiring':
      return endingSoon(ctx)
    case 'planned':
      return sql`(${validFrom} > ${today}::date and (${validUntil} is null or ${validUntil} >= ${validFrom}))`
    case 'ended':
      return sql`(${validUntil} < ${today}::date and ${validUntil} >= ${validFrom})`
    case 'cancelled':
      return sql`${validUntil} < ${validFrom}`
  }
}

/** True of roles in force whose last day is near. */
export function endingSoon(ctx: TenantContext): SQL {
  const horizon = expiryHorizon(ctx)
  if (!horizon) return sql`false`
  const today = todayOf(ctx)
  return sql`(${roleGrant.validFrom} <= ${today}::date and ${roleGrant.validUntil} between ${today}::date and ${horizon}::date)`
}
