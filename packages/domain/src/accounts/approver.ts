import { authorize, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { unit } from '../organisation'

/** Accounts by their members' place in the tree: the units the actor approves for, or all of them. */
export type Approver = 'everyone' | { unitIds: string[]; paths: string[] }

/**
 * Where the actor is the officer whom the configuration names: who holds the role at a unit, or, where it may be
 * delegated, the unit's administrator, whom the committee entrusted with its accounts, and whom the officer named in
 * their stead for today. Nothing when they are nowhere.
 * Source: QN 2.5, 10.1.3
 */
export function findApprover(ctx: TenantContext): Approver | undefined {
  // Whom the configuration names may approve, whatever the manifest's audience; that one only shows the link.
  authorize(ctx, 'accounts.own')
  const { actor } = ctx
  const rule = ctx.config.accounts.approvedBy
  if (!rule) return undefined
  if (actor.kind !== 'member') return 'everyone'
  const roles = rule.delegable ? [rule.role, 'unit_admin'] : [rule.role]
  const delegated = actor.delegations?.filter((entry) => entry.permission === 'accounts.approve') ?? []
  const held = [...actor.grants.filter((grant) => roles.includes(grant.role)), ...delegated]
  if (held.length === 0) return undefined
  return { unitIds: held.map((grant) => grant.unitId), paths: held.map((grant) => grant.path) }
}

/** @throws NotFound when the actor approves nowhere */
export function approverOf(ctx: TenantContext): Approver {
  const approver = findApprover(ctx)
  if (!approver) throw new NotFound()
  return approver
}

/**
 * The condition that the approver decides on members of the unit at `home`: their committee at the level named, or,
 * where there is none on the way up (a chi bộ cơ sở), the nearest committee above when the configuration says so.
 */
export function decidedBy(ctx: TenantContext, approver: Approver, home: SQLWrapper): SQL {
  const nearest = approvingUnit(ctx, home)
  if (approver === 'everyone') return sql`true`
  const mine = sql.join(
    approver.unitIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  // The scope first: it is an index away, and leaves few rows to climb from.
  return sql`${home} <@ any(string_to_array(${approver.paths.join(',')}, ',')::ltree[]) and ${nearest} in (${mine})`
}

/** The id of the unit whose officer decides on members of the unit at `home`. @throws NotFound where nobody approves */
export function approvingUnit(ctx: TenantContext, home: SQLWrapper): SQL<string | null> {
  const rule = ctx.config.accounts.approvedBy
  if (!rule) throw new NotFound()
  const today = sql`${todayOf(ctx)}::date`
  const atLevel = sql`up.level = ${rule.at}`
  const eligible = rule.otherwise === 'nearest-above' ? sql`(${atLevel} or up.path <> ${home})` : atLevel
  return sql<string | null>`(
    select up.id from ${unit} up
    where up.path @> ${home} and up.kind = 'committee' and ${eligible}
      and up.valid_from <= ${today} and (up.valid_until is null or up.valid_until >= ${today})
    order by ${atLevel} desc, nlevel(up.path) desc limit 1
  )`
}
