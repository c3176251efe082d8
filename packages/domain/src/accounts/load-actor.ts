import { param, query } from '@sotay/db'
import { dayIn, type Grant, type MemberActor, type TenantContext } from '@sotay/kernel'
import { and, eq, gt, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { type UnitKind, unit } from '../organisation/schema'
import { account, roleGrant, session } from './schema'

const today = sql`${param('day')}::date`

type HeldRole = Grant & { kind: UnitKind }

/** Roles held on the day, at units that exist on it. Names are written out: a correlated subquery needs them. */
const currentGrants = sql<HeldRole[]>`coalesce((
  select json_agg(json_build_object('role', held.role, 'unitId', place.id, 'path', place.path::text, 'kind', place.kind)
    order by held.valid_from, held.id)
  from ${roleGrant} held join ${unit} place on place.id = held.unit_id
  where held.member_id = ${member.id}
    and held.valid_from <= ${today} and (held.valid_until is null or held.valid_until >= ${today})
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
  const [row] = await actorOfSession(ctx, { sessionHash, now, day: dayIn(ctx.config.timezone, now) })
  if (!row) return undefined
  const { expiresAt, endsAt, grants, ...who } = row
  const own: Grant = { role: 'member', unitId: who.unitId, path: who.path }
  return {
    actor: { kind: 'member', ...who, grants: [own, ...grants.map((held) => reach(ctx, held))] },
    expiresAt,
    endsAt,
  }
}

/** A role that only agencies hold is held for the committee the agency serves, and reaches what the committee does. */
function reach(ctx: TenantContext, { kind, ...held }: HeldRole): Grant {
  if (kind !== 'agency') return held
  const role = ctx.config.roles.find((entry) => entry.key === held.role)
  const forCommittee = role?.at.every((place) => place.startsWith('agency:')) ?? false
  const above = held.path.slice(0, held.path.lastIndexOf('.'))
  return forCommittee && held.path.includes('.') ? { ...held, path: above } : held
}
