import { authorize, type TenantContext } from '@sotay/kernel'
import { desc } from 'drizzle-orm'
import { inForceAt } from './grant-writing'
import { supportGrant, supportVisit } from './schema'

export type VisitState = 'waiting' | 'inside' | 'over' | 'ended'

/** A visit as the province and the vendor both see it. */
export interface ListedVisit {
  id: string
  operatorName: string
  reason: string
  ticket: string
  role: string
  openedAt: Date
  enteredAt: Date | null
  endsAt: Date
  endedAt: Date | null
  state: VisitState
}

const MOST = 100

/** The last hundred visits, newest first, and the leave to write that is in force. */
export async function listVisits(ctx: TenantContext) {
  authorize(ctx, 'support.manage')
  const now = ctx.clock.now()
  const [rows, [grant]] = await Promise.all([
    ctx.db.select().from(supportVisit).orderBy(desc(supportVisit.openedAt)).limit(MOST),
    ctx.db.select().from(supportGrant).where(inForceAt(now)).orderBy(desc(supportGrant.grantedAt)).limit(1),
  ])
  const visits = rows.map(
    ({ id, operatorName, reason, ticket, role, openedAt, enteredAt, endsAt, endedAt, handoverUntil }): ListedVisit => ({
      ...{ id, operatorName, reason, ticket, role, openedAt, enteredAt, endsAt, endedAt },
      state: stateAt(now, { enteredAt, endsAt, endedAt, handoverUntil }),
    }),
  )
  return { visits, writing: grant ? { by: grant.grantedByName, until: grant.until } : null }
}

type Times = Pick<typeof supportVisit.$inferSelect, 'enteredAt' | 'endsAt' | 'endedAt' | 'handoverUntil'>

function stateAt(now: Date, { enteredAt, endsAt, endedAt, handoverUntil }: Times): VisitState {
  if (endedAt) return 'ended'
  if (endsAt <= now) return 'over'
  if (enteredAt) return 'inside'
  return handoverUntil > now ? 'waiting' : 'over'
}
