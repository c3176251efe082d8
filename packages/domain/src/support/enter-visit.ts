import { audit, authorize, Invalid, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { type EnterVisit, enterVisitInput } from './inputs'
import { supportVisit } from './schema'
import { hashOf, newToken } from './secret-token'

export interface EnteredVisit {
  visitId: string
  operatorId: string
  ticket: string
  /** For the cookie alone; the database has its hash. */
  token: string
  endsAt: Date
}

/**
 * Enters by the code that the vendor's console showed: once, within its minute, in the province it was made for.
 * @throws Invalid for any other code
 */
export async function enterVisit(ctx: TenantContext, input: EnterVisit): Promise<EnteredVisit> {
  authorize(ctx, 'support.enter')
  const { code } = enterVisitInput.parse(input)
  const token = newToken()
  const now = ctx.clock.now()
  return transaction(ctx, async (tx) => {
    const [visit] = await tx.db
      .update(supportVisit)
      .set({ handoverHash: null, enteredAt: now, sessionHash: hashOf(token) })
      .where(
        and(
          eq(supportVisit.handoverHash, hashOf(code)),
          gt(supportVisit.handoverUntil, now),
          isNull(supportVisit.endedAt),
        ),
      )
      .returning()
    if (!visit) throw new Invalid({ code: ['support.code-refused'] })
    const { id: visitId, operatorId, ticket, endsAt } = visit
    audit(tx, 'support.visit-entered', visit, { operatorId, ticket })
    return { visitId, operatorId, ticket, token, endsAt }
  })
}
