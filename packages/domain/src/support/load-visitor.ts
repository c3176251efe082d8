import { param, query } from '@sotay/db'
import type { TenantContext, VisitorActor } from '@sotay/kernel'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { unit } from '../organisation/schema'
import { supportGrant, supportVisit } from './schema'

const now = sql`${param('now')}::timestamptz`

const bySession = query('support.load-visitor', (db) =>
  db
    .select({
      visitId: supportVisit.id,
      operatorId: supportVisit.operatorId,
      name: supportVisit.operatorName,
      ticket: supportVisit.ticket,
      role: supportVisit.role,
      until: supportVisit.endsAt,
      path: sql<string>`(select root.path::text from ${unit} root where root.parent_id is null order by root.id limit 1)`,
      mayWrite: sql<boolean>`exists (select 1 from ${supportGrant} leave
        where leave.withdrawn_at is null and leave.granted_at <= ${now} and leave.until > ${now})`,
    })
    .from(supportVisit)
    .where(
      and(eq(supportVisit.sessionHash, param('session')), isNull(supportVisit.endedAt), gt(supportVisit.endsAt, now)),
    ),
)

/** Who visits with this session, in one query; nobody once the visit is over or was ended. */
export async function loadVisitor(ctx: TenantContext, sessionHash: string): Promise<VisitorActor | undefined> {
  const [found] = await bySession(ctx, { session: sessionHash, now: ctx.clock.now() })
  return found && { kind: 'visitor', ...found }
}
