import { account, roleGrant } from '@sotay/domain/accounts'
import { member } from '@sotay/domain/members'
import { unit } from '@sotay/domain/organisation'
import type { RoleKey } from '@sotay/tenant-config'
import { eq, inArray } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { type PersonaStatus, personasOf } from './personas'

/** A demonstration sign-in. Passwords follow from the installation's secret and stand nowhere in clear. */
export interface DemoPerson {
  role: RoleKey
  unit: string
  unitLevel: string
  name: string
  cardNumber: string
  phone: string
  password: string
  totpSecret?: string
  status: PersonaStatus
}

/**
 * The people to try a province with: for each role first the one who acts in the branch of the others.
 * @throws NotFound for an unknown province. Without demonstration data the list is empty
 */
export async function demoPeople(ctx: OperationsContext, slug: string): Promise<DemoPerson[]> {
  const province = await ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })
  const personas = personasOf(province)
  const cards = personas.map((persona) => persona.cardNumber)
  const rows = await province.db
    .select({ card: member.cardNumber, homeId: member.unitId, placeId: roleGrant.unitId, status: account.status })
    .from(member)
    .leftJoin(roleGrant, eq(roleGrant.memberId, member.id))
    .leftJoin(account, eq(account.memberId, member.id))
    .where(inArray(member.cardNumber, cards))
  const ids = [...new Set(rows.flatMap((row) => [row.homeId, row.placeId ?? row.homeId]))]
  const units = ids.length > 0 ? await province.db.select().from(unit).where(inArray(unit.id, ids)) : []
  return personas.flatMap(({ at: _, ...persona }) => {
    const row = rows.find((entry) => entry.card === persona.cardNumber)
    const place = units.find((entry) => entry.id === (row?.placeId ?? row?.homeId))
    if (!place) return []
    const status = row?.status === 'active' || row?.status === 'awaiting_approval' ? row.status : 'not_registered'
    return [{ ...persona, status, unit: place.name, unitLevel: place.level }]
  })
}
