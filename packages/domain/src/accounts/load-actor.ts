import { param, query } from '@sotay/db'
import { type DelegatedPermission, dayIn, type Grant, type MemberActor, type TenantContext } from '@sotay/kernel'
import { and, eq, gt, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { type UnitKind, unit } from '../organisation/schema'
import { roleReach } from './role-reach'
import { account, delegation, roleGrant, session } from './schema'

const today = sql`${param('day')}::date`

type HeldRole = Grant & { kind: UnitKind }

/** Roles held on the day, at units that exist on it. Names are written out: a correlated subquery needs them. */
const currentGrants = sql<HeldRole[]>`coalesce((
  select json_agg(json_build_object('role', held.role, 'unitId', place.id, 'path', place.path::text, 'kind', place.kind,
    'unitName', place.name, 'seat', held.source = 'seat') order by held.valid_from, held.id)
  from ${roleGrant} held join ${unit} place on place.id = held.unit_id
  where held.member_id = ${member.id}
    and held.valid_from <= ${today} and (held.valid_until is null or held.valid_until >= ${today})
    and place.valid_from <= ${today} and (place.valid_until is null or place.valid_until >= ${today})
), '[]'::json)`

/**
 * The right to approve accounts, handed to the member by who still holds the office it belongs to, where the rule lets
 * it be handed on (QN 10.1.3).
 */
const delegatedApprovals = sql<DelegatedPermission[]>`coalesce((
  select json_agg(distinct jsonb_build_object('permission', 'accounts.approve', 'unitId', place.id, 'path', place.path::text))
  from ${delegation} given join ${unit} place on place.id = given.unit_id
  join ${roleGrant} office on office.member_id = given.from_member_id and office.unit_id = given.unit_id
    and office.role = ${param('delegableRole')}
  where given.to_member_id = ${member.id} and given.ended_at is null
    and given.valid_from <= ${today} and given.valid_until >= ${today}
    and office.valid_from <= ${today} and (office.valid_until is null or office.valid_until >= ${today})
    and place.valid_from <= ${today} and (place.valid_until is null or place.valid_until >= ${today})
), '[]'::json)`

const actorOfSession = query('accounts.load-actor', (db) =>
  db
    .select({
      accountId: account.id,
      memberId: member.id,
      sessionId: session.id,
      name: member.fullName,
      unitId: unit.id,
      unitName: unit.name,
      path: unit.path,
      grants: currentGrants,
      delegations: delegatedApprovals,
      restricted: sql<boolean>`coalesce(${account.restrictedUntil} >= ${today}, false)`,
      expiresAt: session.expiresAt,
      endsAt: session.endsAt,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .innerJoin(member, eq(member.id, account.memberId))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(
      and(
        eq(session.id, param('sessionHash')),
        eq(account.status, 'active'),
        inRoster,
        gt(session.expiresAt, sql`${param('now')}::timestamptz`),
        gt(session.endsAt, sql`${param('now')}::timestamptz`),
      ),
    ),
)

export interface LoadedSession {
  actor: MemberActor
  expiresAt: Date
  endsAt: Date
}

/**
 * Who is signed in with this session, and what they may do today: one query a request.
 * A member holds the role `member` at their own unit without a grant.
 * @returns nothing when the session is over or the account no longer active
 */
export async function loadActor(ctx: TenantContext, sessionHash: string): Promise<LoadedSession | undefined> {
  const now = ctx.clock.now()
  const rule = ctx.config.accounts.approvedBy
  const delegableRole = rule?.delegable ? rule.role : ''
  const [row] = await actorOfSession(ctx, { sessionHash, now, day: dayIn(ctx.config.timezone, now), delegableRole })
  if (!row) return undefined
  const { expiresAt, endsAt, grants, restricted, ...person } = row
  // What is withheld from a restricted account is every office, its own and those handed to it (QN 2.7).
  const who = restricted ? { ...person, delegations: [] } : person
  const own: Grant = { role: 'member', unitId: who.unitId, path: who.path }
  const held = (restricted ? [] : grants).map(({ kind, ...grant }) => ({
    ...grant,
    path: roleReach(ctx, { ...grant, kind }),
  }))
  return {
    actor: { kind: 'member', ...who, grants: [own, ...held] },
    expiresAt,
    endsAt,
  }
}
