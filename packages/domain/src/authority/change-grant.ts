import { addDays, audit, Conflict, Invalid, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { and, eq, ne } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { needsFourEyes, proposeRoles } from './grant-role'
import { assertGrantable, grantingOf, grantingScope } from './granting'
import { type ChangeGrant, changeGrantInput } from './inputs'
import { loadGrant } from './load-grant'
import { loadPeople } from './load-people'
import { loadPlace } from './load-place'
import { overlapping } from './period'

/**
 * Moves the last day of a role: earlier, or later, or away. Where the role asks for four eyes, the days added are proposed.
 * @throws NotFound when it is not the actor's · Conflict when it is over, comes from a seat or group, or is the actor's own
 *   and would last longer · Invalid for a last day before today or before the first
 */
export async function changeGrant(ctx: TenantContext, input: ChangeGrant): Promise<{ proposed: boolean }> {
  const granting = grantingOf(ctx)
  const { grantId, validUntil } = changeGrantInput.parse(input)
  return transaction(ctx, async (tx) => {
    const { grant, place } = await loadGrant(tx, granting, grantId)
    const today = todayOf(tx)
    if (grant.validUntil !== null && grant.validUntil < today) throw new Conflict('authority.grant-over')
    if (grant.source !== 'direct' && grant.source !== 'approval') throw new Conflict('authority.grant-from-elsewhere')
    if (validUntil !== null && validUntil < today) throw new Invalid({ validUntil: ['authority.day-past'] })
    if (validUntil !== null && validUntil < grant.validFrom)
      throw new Invalid({ validUntil: ['authority.period-order'] })
    if (grant.validUntil !== null && (validUntil === null || validUntil > grant.validUntil)) {
      const added = { validFrom: addDays(grant.validUntil, 1), validUntil }
      await loadPlace(tx, place.id, added.validFrom)
      assertGrantable(tx, granting, grant.role, place)
      await loadPeople(tx, grantingScope(granting), [grant.memberId])
      const { memberId, role, unitId } = grant
      const again = and(eq(roleGrant.memberId, memberId), eq(roleGrant.role, role), eq(roleGrant.unitId, unitId))
      const other = and(again, ne(roleGrant.id, grantId), overlapping(roleGrant, added))
      const [held] = await tx.db.select({ id: roleGrant.id }).from(roleGrant).where(other).limit(1)
      if (held) throw new Conflict('authority.already-held')
      if (needsFourEyes(tx, role)) {
        await proposeRoles(tx, [{ memberId, role, unitId, ...added, decisionId: grant.decisionId }])
        return { proposed: true }
      }
    }
    await tx.db.update(roleGrant).set({ validUntil, remindedAt: null }).where(eq(roleGrant.id, grantId))
    audit(tx, 'authority.role-changed', grant, { role: grant.role, from: grant.validUntil, to: validUntil })
    return { proposed: false }
  })
}
