import { giveRoles } from '@sotay/domain/accounts'
import { uploadRoster } from '@sotay/domain/imports'
import { addMember } from '@sotay/domain/members'
import { createUnit, unit } from '@sotay/domain/organisation'
import { Invalid, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { eq, isNull } from 'drizzle-orm'
import type { Administrator } from './inputs'

/**
 * Puts the first administrator on the roster, in a cell of their own name under the province, with the role that may
 * change the province's configuration. Their account is issued by letter once the province stands.
 * @returns the member's id
 */
export async function seatAdministrator(province: TenantContext, person: Administrator): Promise<string> {
  const { config, db } = province
  const role = config.roles.find(({ key }) => key === 'tenant_admin')
  const [root] = await db.select().from(unit).where(isNull(unit.parentId))
  const agency = /^agency:(.+)$/.exec(role?.at[0] ?? '')?.[1]
  const [seat] = agency ? await db.select().from(unit).where(eq(unit.level, agency)) : [root]
  const cells = config.organisation.levels.findLast((level) => level.members)
  const validFrom = todayOf(province)
  const home = cells
    ? await createUnit(province, {
        ...{ parentId: root!.id, kind: 'cell', level: cells.key, validFrom },
        name: person.cell || cells.name,
      })
    : root!
  const { fullName, cardNumber, phone } = person
  const member = await addMember(province, { unitId: home.id, fullName, cardNumber, phone, status: 'full' }).catch(
    (error: unknown) => {
      if (!(error instanceof Invalid)) throw error
      throw new Invalid({ cardNumber: ['operations.administrator-card'] })
    },
  )
  await transaction(province, (tx) =>
    giveRoles(tx, [
      { memberId: member.id, role: 'tenant_admin', unitId: (seat ?? root!).id, validFrom, validUntil: null },
    ]),
  )
  return member.id
}

/** Hands a roster file to the province's own imports: it is mapped, checked and committed there. */
export async function handRoster(province: TenantContext, file: File): Promise<void> {
  const [root] = await province.db.select({ id: unit.id }).from(unit).where(isNull(unit.parentId))
  await uploadRoster(province, { purpose: 'import', unitId: root!.id, file }).catch((error: unknown) => {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid({ roster: ['operations.roster-unreadable'] })
  })
}
