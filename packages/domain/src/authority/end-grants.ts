import { audit, Conflict, NotFound, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { inArray } from 'drizzle-orm'
import { roleGrant, takeRoles } from '../accounts'
import { grantingOf } from './granting'
import { type EndGrants, endGrantsInput } from './inputs'
import { loadGrants } from './load-grant'

/** What comes from a seat or a group ends with it, not by itself. */
const OWN_SOURCES = ['direct', 'approval']

/**
 * Ends roles, gone with the next request. Those that are over already, come from a seat or a group, or are not the actor's
 * are passed over and counted.
 * @throws NotFound when none is the actor's · Conflict when none could be ended
 */
export async function endGrants(ctx: TenantContext, input: EndGrants): Promise<{ ended: number; passedOver: number }> {
  const granting = grantingOf(ctx)
  const ids = [...new Set(endGrantsInput.parse(input).grantIds)]
  return transaction(ctx, async (tx) => {
    const found = (await loadGrants(tx, granting, ids)).map(({ grant }) => grant)
    if (found.length === 0) throw new NotFound()
    const today = todayOf(tx)
    const standing = found.filter((grant) => grant.validUntil === null || grant.validUntil >= today)
    if (standing.length === 0) throw new Conflict('authority.grant-over')
    const own = standing.filter((grant) => OWN_SOURCES.includes(grant.source))
    if (own.length === 0) throw new Conflict('authority.grant-from-elsewhere')
    const chosen = own.map(({ id }) => id)
    const ended = await takeRoles(tx, inArray(roleGrant.id, chosen))
    for (const grant of ended) audit(tx, 'authority.role-ended', grant, { role: grant.role, unitId: grant.unitId })
    return { ended: ended.length, passedOver: ids.length - ended.length }
  })
}
