import type { Unit } from '@sotay/domain/organisation'
import { NotFound, type TenantContext } from '@sotay/kernel'
import { type RoleKey, roleKeys } from '@sotay/tenant-config'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { roleGrant } from '../accounts'
import { unit } from '../organisation'
import { changeGrant } from './change-grant'
import { confirmProposal } from './decide-proposal'
import { endGrants } from './end-grants'
import { someDecision } from './factory'
import { grantRole } from './grant-role'
import { listGrants } from './list-grants'
import { openGrantScan } from './open-grant-scan'
import { readGrant } from './read-grant'
import { arrive } from './testing'

let tenant: TestTenant
/** One unit of each kind there is. */
let places: Record<'province' | 'grassroots' | 'cell' | 'agency:organisation' | 'agency:propaganda', Unit>
let sister: Unit

beforeAll(async () => {
  tenant = await createTestTenant()
  const { root, grassroots, cell } = tenant.units
  const agencies = await tenant.ctx.db.select().from(unit).where(eq(unit.kind, 'agency'))
  const agency = (key: string) => agencies.find((entry) => entry.level === key)!
  places = {
    province: root,
    grassroots,
    cell,
    'agency:organisation': agency('organisation'),
    'agency:propaganda': agency('propaganda'),
  }
  sister = await tenant.make.unit({ parentId: root.id, level: 'grassroots', name: 'Đảng bộ khác' })
})

const gone = { kind: 'not-found' }
const outcome = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: { kind: string; code: string }) => (error.kind === 'not-found' ? 'not-found' : error.code),
  )
const grant = async (
  ctx: TenantContext,
  role: string,
  at: Unit,
  more: { validFrom?: string; validUntil?: string } = {},
) => {
  const person = await tenant.make.member()
  return grantRole(ctx, { memberIds: [person.id], role, unitId: at.id, ...more })
}

describe('who hands out which role where', () => {
  // Written out from the test province's `roles[].at`, so that the code's reading of it is held against another one.
  const at: Record<RoleKey, (keyof typeof places)[]> = {
    member: [],
    cell_secretary: ['cell'],
    cell_deputy: ['cell'],
    committee_secretary: ['province', 'grassroots'],
    unit_admin: ['province', 'grassroots'],
    editor: ['province', 'grassroots'],
    editor_in_chief: ['province', 'grassroots'],
    contributor: ['cell'],
    organisation_dept: ['agency:organisation'],
    propaganda_dept: ['agency:propaganda'],
    inspection: [],
    steering_secretary: [],
    statistics_officer: ['province', 'grassroots'],
    tenant_admin: ['agency:organisation'],
  }

  test('a manager of the province: each role where the configuration has it, and nowhere else', async () => {
    const manager = await tenant.as('organisation_dept', tenant.units.root)
    for (const role of roleKeys) {
      for (const [key, place] of Object.entries(places)) {
        const allowed = at[role].some((one) => one === key)
        const expected = allowed ? 'done' : role === 'member' ? 'authority.unknown-role' : 'authority.role-not-here'
        expect(`${role} ${key} ${await outcome(grant(manager, role, place))}`).toBe(`${role} ${key} ${expected}`)
      }
    }
  })

  test('secretary and administrator: the offices of the cells below, and no other role (QN 10.1.3)', async () => {
    for (const own of ['committee_secretary', 'unit_admin'] as const) {
      const officer = await tenant.as(own, tenant.units.grassroots)
      for (const role of roleKeys) {
        for (const place of [tenant.units.cell, tenant.units.grassroots]) {
          const done = (await outcome(grant(officer, role, place))) === 'done'
          const allowed = (role === 'cell_secretary' || role === 'cell_deputy') && place.kind === 'cell'
          expect(`${own} ${role} ${place.level} ${done}`).toBe(`${own} ${role} ${place.level} ${allowed}`)
        }
        expect(await outcome(grant(officer, role, sister))).toBe('not-found')
        expect(await outcome(grant(officer, role, tenant.units.root))).toBe('not-found')
      }
    }
  })

  test.each(
    roleKeys.filter(
      (role) => !['organisation_dept', 'tenant_admin', 'committee_secretary', 'unit_admin'].includes(role),
    ),
  )('%s hands out nothing', async (role) => {
    const person = await tenant.as(role, tenant.units.grassroots)
    expect(await outcome(grant(person, 'cell_deputy', tenant.units.cell))).toBe('not-found')
    const { grantIds } = await grant(tenant.ctx, 'cell_deputy', tenant.units.cell)
    expect(await outcome(endGrants(person, { grantIds }))).toBe('not-found')
    expect(await outcome(changeGrant(person, { grantId: grantIds[0]! }))).toBe('not-found')
  })

  test('nobody hands out a role that reaches further than they do', async () => {
    // Held at an agency, organisation_dept reaches the whole province; the manager of the agency alone does not.
    const narrow = await tenant.as('tenant_admin', places['agency:organisation'])
    expect(await outcome(grant(narrow, 'organisation_dept', places['agency:organisation']))).toBe(
      'authority.role-not-yours',
    )
    const local = await tenant.as('organisation_dept', tenant.units.grassroots)
    expect(await outcome(grant(local, 'unit_admin', tenant.units.grassroots))).toBe('done')
    expect(await outcome(grant(local, 'unit_admin', tenant.units.root))).toBe('not-found')
    const [grantId] = (await grant(tenant.ctx, 'unit_admin', sister)).grantIds
    expect(await outcome(endGrants(local, { grantIds: [grantId!] }))).toBe('not-found')
  })
})

test('nobody grants themselves, nor prolongs what they hold, and a member of another part is unknown', async () => {
  const manager = await tenant.as('organisation_dept', tenant.units.root)
  const own = { memberIds: [manager.actor.memberId], role: 'unit_admin', unitId: tenant.units.root.id }
  await expect(grantRole(manager, own)).rejects.toMatchObject({ code: 'authority.own-role' })
  const { grantIds } = await grantRole(tenant.ctx, { ...own, validUntil: '2024-02-01' })
  await expect(changeGrant(manager, { grantId: grantIds[0]! })).rejects.toMatchObject({ code: 'authority.own-role' })
  const secretary = await tenant.as('committee_secretary', tenant.units.grassroots)
  const cell = await tenant.make.unit({ parentId: sister.id, level: 'cell', kind: 'cell' })
  const foreign = await tenant.make.member({ unitId: cell.id })
  const given = { memberIds: [foreign.id], role: 'cell_deputy', unitId: tenant.units.cell.id }
  await expect(grantRole(secretary, given)).rejects.toMatchObject(gone)
})

test('a role is not granted at a unit that has ended, or not begun, or for days gone by', async () => {
  const manager = await tenant.as('organisation_dept', tenant.units.root)
  const make = (days: { validFrom: string; validUntil?: string }) =>
    tenant.make.unit({ parentId: tenant.units.root.id, level: 'grassroots', ...days })
  const ended = await make({ validFrom: '2020-01-01', validUntil: '2023-12-31' })
  const planned = await make({ validFrom: '2024-06-01' })
  expect(await outcome(grant(manager, 'unit_admin', ended))).toBe('authority.unit-not-in-force')
  expect(await outcome(grant(manager, 'unit_admin', planned))).toBe('authority.unit-not-in-force')
  expect(await outcome(grant(manager, 'unit_admin', planned, { validFrom: '2024-06-01' }))).toBe('done')
  await expect(
    grant(manager, 'unit_admin', tenant.units.grassroots, { validFrom: '2024-01-10' }),
  ).rejects.toMatchObject({
    fields: { validFrom: ['authority.day-past'] },
  })
  await expect(
    grant(manager, 'unit_admin', tenant.units.grassroots, { validFrom: '2024-03-01', validUntil: '2024-02-01' }),
  ).rejects.toMatchObject({ fields: { validUntil: ['authority.period-order'] } })
})

test('who no longer holds the role that lets them grant, grants nothing from the next request on', async () => {
  const own = await createTestTenant()
  const person = await own.make.member()
  const agency = (await own.ctx.db.select().from(unit).where(eq(unit.level, 'organisation')))[0]!
  const { grantIds } = await grantRole(own.ctx, {
    memberIds: [person.id],
    role: 'organisation_dept',
    unitId: agency.id,
  })
  const device = await arrive(own.ctx, person.id)
  const other = await own.make.member()
  const given = { memberIds: [other.id], role: 'unit_admin', unitId: own.units.grassroots.id }
  expect((await grantRole(await device.request(), given)).grantIds).toHaveLength(1)
  await endGrants(own.ctx, { grantIds })
  expect(await device.signedIn()).toBe(false)
  expect(await device.roles()).toEqual([])
  const third = { ...given, memberIds: [(await own.make.member()).id] }
  await expect(grantRole(await device.request(), third)).rejects.toMatchObject(gone)
})

test('a role lasts from its first day to its last, both included', async () => {
  const own = await createTestTenant()
  const person = await own.make.member()
  const at = own.units.grassroots.id
  const days = { validFrom: '2024-01-15', validUntil: '2024-01-20' }
  await grantRole(own.ctx, { memberIds: [person.id], role: 'unit_admin', unitId: at, ...days })
  const device = await arrive(own.ctx, person.id)
  for (const [day, held] of [
    ['2024-01-14T16:59:00Z', false],
    ['2024-01-14T17:01:00Z', true],
    ['2024-01-20T16:59:00Z', true],
    ['2024-01-20T17:01:00Z', false],
  ] as const) {
    own.clock.set(new Date(day))
    expect(`${day} ${(await device.roles()).length > 0}`).toBe(`${day} ${held}`)
  }
})

test('the same role twice over the same days is refused; two officers at once grant it once', async () => {
  const managers = [
    await tenant.as('organisation_dept', tenant.units.root),
    await tenant.as('tenant_admin', tenant.units.root),
  ]
  const person = await tenant.make.member()
  const given = { memberIds: [person.id], role: 'cell_deputy', unitId: tenant.units.cell.id, validUntil: '2024-03-01' }
  const outcomes = await Promise.all(managers.map((manager) => outcome(grantRole(manager, given))))
  expect(outcomes.sort()).toEqual(['authority.already-held', 'done'])
  expect(await outcome(grantRole(managers[0]!, { ...given, validFrom: '2024-03-01', validUntil: null }))).toBe(
    'authority.already-held',
  )
  expect(await outcome(grantRole(managers[0]!, { ...given, validFrom: '2024-03-02', validUntil: null }))).toBe('done')
})

test('many at once: all or none are granted, and what is ended is counted', async () => {
  const manager = await tenant.as('organisation_dept', tenant.units.root)
  const people = [await tenant.make.member(), await tenant.make.member(), await tenant.make.member()]
  const memberIds = people.map(({ id }) => id)
  const given = { role: 'cell_deputy', unitId: tenant.units.cell.id }
  await expect(
    grantRole(manager, { ...given, memberIds: [...memberIds, manager.actor.memberId] }),
  ).rejects.toBeDefined()
  expect(await tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.memberId, memberIds[0]!))).toEqual([])
  const { grantIds } = await grantRole(manager, { ...given, memberIds })
  expect(grantIds).toHaveLength(3)
  await endGrants(manager, { grantIds: [grantIds[0]!] })
  expect(await endGrants(manager, { grantIds })).toEqual({ ended: 2, passedOver: 1 })
  await expect(endGrants(manager, { grantIds })).rejects.toMatchObject({ code: 'authority.grant-over' })
})

test('what is ended before it began stays as cancelled; what is prolonged or cut holds its new last day', async () => {
  const manager = await tenant.as('organisation_dept', tenant.units.root)
  const planned = await grant(manager, 'unit_admin', tenant.units.grassroots, { validFrom: '2024-05-01' })
  await endGrants(manager, planned)
  const read = async (id: string) => (await tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.id, id)))[0]!
  expect(await read(planned.grantIds[0]!)).toMatchObject({ validFrom: '2024-05-01', validUntil: '2024-01-10' })
  const [grantId] = (await grant(manager, 'unit_admin', tenant.units.grassroots, { validUntil: '2024-02-01' })).grantIds
  expect(await changeGrant(manager, { grantId: grantId!, validUntil: '2024-04-01' })).toEqual({ proposed: false })
  expect((await read(grantId!)).validUntil).toBe('2024-04-01')
  await changeGrant(manager, { grantId: grantId!, validUntil: '2024-01-11' })
  await expect(changeGrant(manager, { grantId: grantId!, validUntil: '2024-01-10' })).rejects.toMatchObject({
    fields: { validUntil: ['authority.day-past'] },
  })
  await endGrants(manager, { grantIds: [grantId!] })
  await expect(changeGrant(manager, { grantId: grantId!, validUntil: null })).rejects.toMatchObject({
    code: 'authority.grant-over',
  })
})

test('a role that is given by decision alone carries it, with its scan, from proposal to history', async () => {
  const { accounts } = testConfiguration('thu')
  const rules = { decidedGrants: { roles: ['unit_admin' as const] }, fourEyes: { roles: ['unit_admin' as const] } }
  const own = await createTestTenant({ accounts: { ...accounts, ...rules } as typeof accounts })
  const { root, grassroots } = own.units
  const [proposer, other] = [await own.as('organisation_dept', root), await own.as('organisation_dept', root)]
  const person = await own.make.member()
  const given = { memberIds: [person.id], role: 'unit_admin', unitId: grassroots.id }
  await expect(grantRole(proposer, given)).rejects.toMatchObject({
    fields: { number: ['organisation.decision-number'], signer: ['organisation.decision-signer'] },
  })
  const file = new File(['%PDF-1.7 quyết định'], 'qd.pdf')
  const { proposalIds } = await grantRole(proposer, { ...given, decision: someDecision({ number: '45-QĐ/HU', file }) })
  const { grantId } = await confirmProposal(other, { proposalId: proposalIds[0]! })
  const decided = {
    decisionNumber: '45-QĐ/HU',
    decisionSignedOn: '2024-01-05',
    decisionSigner: 'Lê Văn Ký',
    scanned: true,
  }
  expect((await readGrant(other, { grantId })).grant).toMatchObject(decided)
  expect((await listGrants(other, { memberId: person.id })).grants).toMatchObject([decided])
  expect((await openGrantScan(other, { grantId })).fileName).toBe('qd.pdf')
  const elsewhere = await own.as('organisation_dept', own.units.cell)
  await expect(openGrantScan(elsewhere, { grantId })).rejects.toThrow(NotFound)
})

test('a role that needs no decision may carry one; the day of signing is not ahead', async () => {
  const person = await tenant.make.member()
  const given = { memberIds: [person.id], role: 'cell_deputy', unitId: tenant.units.cell.id }
  await expect(
    grantRole(tenant.ctx, { ...given, decision: someDecision({ signedOn: '2024-01-12' }) }),
  ).rejects.toMatchObject({ fields: { signedOn: ['organisation.decision-not-signed-yet'] } })
  const { grantIds } = await grantRole(tenant.ctx, { ...given, decision: someDecision() })
  expect((await readGrant(tenant.ctx, { grantId: grantIds[0]! })).grant).toMatchObject({ decisionNumber: '12-QĐ/ĐU' })
})
