import { randomBytes } from 'node:crypto'
import { startSession } from '@sotay/auth'
import { hashPassword, makeAccount } from '@sotay/domain/accounts/factory'
import { systemClock } from '@sotay/kernel'
import type { OperationsContext } from '@sotay/operations'
import { type RoleKey, roleKeys, type TenantConfiguration } from '@sotay/tenant-config'
import { createTestTenant, type TestTenant } from '@sotay/testing'

/** Somebody of a test province, able to sign in. */
interface Person {
  role: RoleKey
  accountId: string
  memberId: string
  cardNumber: string
  phone: string
  password: string
  /** A `Cookie` header of an open session. */
  cookie: string
}

export interface PeopledProvince extends TestTenant {
  host: string
  people: Record<RoleKey, Person>
  /** Adds somebody who holds a role at the cell, the grassroots committee or the root: the lowest that has it. */
  person(role: RoleKey): Promise<Person>
}

const PASSWORD = `thử-${randomBytes(6).toString('hex')}`
let hash: Promise<string> | undefined

/** A test province with one signed-in person for each role there is, reachable under its own host. */
export async function peopleProvince(
  change: Partial<TenantConfiguration> = {},
  on?: OperationsContext,
): Promise<PeopledProvince> {
  const tenant = await createTestTenant(change, on)
  hash ??= hashPassword(PASSWORD)
  const shared = { hash: await hash }
  const ctx = { ...tenant.ctx, clock: systemClock }
  const person = async (role: RoleKey): Promise<Person> => {
    const member = await tenant.make.member()
    const roles = role === 'member' ? [] : [{ role, unitId: placeOf(tenant, role), validFrom: '2024-01-01' }]
    const { accountId } = await makeAccount(ctx, { memberId: member.id, password: shared, roles })
    const { cookie } = await startSession(ctx, accountId, 'thử')
    return {
      role,
      accountId,
      memberId: member.id,
      cardNumber: member.cardNumber,
      phone: member.phone!,
      password: PASSWORD,
      cookie: cookie.split(';')[0]!,
    }
  }
  const people: Partial<Record<RoleKey, Person>> = {}
  for (const role of roleKeys) people[role] = await person(role)
  return { ...tenant, host: `${tenant.record.slug}.localhost`, people: people as Record<RoleKey, Person>, person }
}

function placeOf({ ctx, units }: TestTenant, role: RoleKey): string {
  const at = ctx.config.roles.find((entry) => entry.key === role)?.at ?? []
  const [lowest] = [units.cell, units.grassroots].filter(({ level }) => at.includes(level))
  return (lowest ?? units.root).id
}
