import type { Member } from '@sotay/domain/members'
import { makeMember } from '@sotay/domain/members/factory'
import type { Unit } from '@sotay/domain/organisation'
import { makeUnit } from '@sotay/domain/organisation/factory'
import { type Actor, type MemberActor, newId, type TenantContext } from '@sotay/kernel'
import { createTenant, type OperationsContext, openOperations } from '@sotay/operations'
import type { TenantRecord } from '@sotay/tenancy'
import type { RoleKey, TenantConfiguration } from '@sotay/tenant-config'
import { inject } from 'vitest'
import { type TestClock, testClock } from './clock'
import { testConfiguration } from './configuration'
import './shared-servers'

export interface TestTenant {
  record: TenantRecord
  operations: OperationsContext
  clock: TestClock
  /** The province as an operation sees it: every permission. */
  ctx: TenantContext
  /** Committee, grassroots committee and a cell under it. */
  units: { root: Unit; grassroots: Unit; cell: Unit }
  /** The context of any actor. */
  actingAs(actor: Actor): TenantContext
  /** A member of the cell holding a role at a unit, signed in. */
  as(role: RoleKey, at?: Unit): Promise<TenantContext & { actor: MemberActor }>
  make: {
    unit(given: Parameters<typeof makeUnit>[1]): Promise<Unit>
    member(given?: Partial<Parameters<typeof makeMember>[1]>): Promise<Member>
  }
}

let shared: Promise<OperationsContext> | undefined

/** The run's operations context; one for each test process. */
export const testOperations = (): Promise<OperationsContext> => {
  shared ??= openOperations(inject('sotaySettings'), { kind: 'operator', operatorId: 'test' })
  return shared
}

/** Makes a province of the suite's own. @param on servers of the suite's own, instead of the run's shared ones */
export async function createTestTenant(
  change: Partial<TenantConfiguration> = {},
  on?: OperationsContext,
): Promise<TestTenant> {
  const operations = on ?? (await testOperations())
  const clock = testClock()
  const slug = change.slug ?? `thu-${newId().slice(-10)}`
  const { record } = await createTenant(operations, testConfiguration(slug, change))
  const base = { ...(await operations.directory.context(record, { actor: operations.actor })), clock }
  const actingAs = (actor: Actor): TenantContext => ({ ...base, actor })
  const units = await plantTree(base)
  const member = (given: Partial<Parameters<typeof makeMember>[1]> = {}) =>
    makeMember(base, { unitId: units.cell.id, ...given })
  return {
    record,
    operations,
    clock,
    ctx: base,
    units,
    actingAs,
    make: { unit: (given) => makeUnit(base, given), member },
    async as(role, at = units.cell) {
      const person = await member()
      const actor: MemberActor = {
        kind: 'member',
        accountId: newId(),
        memberId: person.id,
        sessionId: newId(),
        name: person.fullName,
        unitId: units.cell.id,
        unitName: units.cell.name,
        path: units.cell.path,
        grants: [{ role, unitId: at.id, path: at.path }],
      }
      return { ...base, actor }
    },
  }
}

async function plantTree(ctx: TenantContext) {
  const { unit } = await import('@sotay/domain/organisation')
  const { isNull } = await import('drizzle-orm')
  const [root] = await ctx.db.select().from(unit).where(isNull(unit.parentId))
  const grassroots = await makeUnit(ctx, { parentId: root!.id, level: 'grassroots' })
  const cell = await makeUnit(ctx, { parentId: grassroots.id, level: 'cell', kind: 'cell' })
  return { root: root!, grassroots, cell }
}
