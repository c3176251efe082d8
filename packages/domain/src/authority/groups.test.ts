import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { roleGrant } from '../accounts'
import { addGroupRole, closeGroup, removeGroupRole } from './change-group-roles'
import { addToGroup, removeFromGroup } from './group-members'
import { listGroups, readGroup } from './list-groups'
import { openGroup } from './open-group'
import { arrive } from './testing'

let tenant: TestTenant
let manager: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  tenant = await createTestTenant()
  manager = await tenant.as('organisation_dept', tenant.units.root)
})

const editors = () => [{ role: 'editor', unitId: tenant.units.grassroots.id }]
const open = (roles = editors(), ctx = manager as TestTenant['ctx']) =>
  openGroup(ctx, { unitId: tenant.units.grassroots.id, name: 'Tổ biên tập', roles })
const held = async (memberId: string) => {
  const rows = await tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.memberId, memberId))
  return rows.map(({ role, validFrom, validUntil, source }) => ({ role, validFrom, validUntil, source }))
}

test('who is in a group holds its roles for exactly the days of the membership', async () => {
  const { id: groupId } = await open()
  const person = await tenant.make.member()
  const days = { validFrom: '2024-02-01', validUntil: '2024-02-29' }
  await addToGroup(manager, { groupId, memberIds: [person.id], ...days })
  expect(await held(person.id)).toEqual([{ role: 'editor', source: 'group', ...days }])
  const again = { groupId, memberIds: [person.id], validFrom: '2024-02-29' }
  await expect(addToGroup(manager, again)).rejects.toMatchObject({ code: 'authority.in-group' })
})

test('out of the group is out of its roles with the next request, and the history stays', async () => {
  const { id: groupId } = await open()
  const person = await tenant.make.member()
  const device = await arrive(tenant.ctx, person.id)
  const { ids } = await addToGroup(manager, { groupId, memberIds: [person.id] })
  expect(await device.roles()).toEqual([`editor@${tenant.units.grassroots.id}`])
  await removeFromGroup(manager, { groupMemberId: ids[0]! })
  expect(await device.signedIn()).toBe(false)
  expect(await device.roles()).toEqual([])
  const { people } = await readGroup(manager, { groupId })
  expect(people.map(({ state }) => state)).toEqual(['cancelled'])
  const twice = removeFromGroup(manager, { groupMemberId: ids[0]! })
  await expect(twice).rejects.toMatchObject({ code: 'authority.group-member-over' })
})

test('a role added to a group comes to all who are in it, and one taken away leaves all', async () => {
  const { id: groupId } = await open()
  const [now, later] = [await tenant.make.member(), await tenant.make.member()]
  await addToGroup(manager, { groupId, memberIds: [now.id], validUntil: '2024-12-31' })
  await addToGroup(manager, { groupId, memberIds: [later.id], validFrom: '2024-06-01' })
  const statistics = { groupId, role: 'statistics_officer', unitId: tenant.units.root.id }
  await addGroupRole(manager, statistics)
  const added = { role: 'statistics_officer', source: 'group' }
  expect(await held(now.id)).toContainEqual({ ...added, validFrom: '2024-01-11', validUntil: '2024-12-31' })
  expect(await held(later.id)).toContainEqual({ ...added, validFrom: '2024-06-01', validUntil: null })
  await expect(addGroupRole(manager, statistics)).rejects.toMatchObject({ code: 'authority.group-has-role' })
  await removeGroupRole(manager, statistics)
  expect((await held(later.id)).map(({ role, validUntil }) => [role, validUntil]).sort()).toEqual([
    ['editor', null],
    ['statistics_officer', '2024-01-10'],
  ])
})

test('a closed group is nobody’s, and takes its roles with it', async () => {
  const { id: groupId } = await open()
  const person = await tenant.make.member()
  await addToGroup(manager, { groupId, memberIds: [person.id] })
  await closeGroup(manager, { groupId })
  expect((await held(person.id)).map(({ validUntil }) => validUntil)).toEqual(['2024-01-10'])
  const other = { groupId, memberIds: [(await tenant.make.member()).id] }
  await expect(addToGroup(manager, other)).rejects.toMatchObject({ code: 'authority.group-closed' })
  expect((await listGroups(manager)).groups.map(({ id }) => id)).not.toContain(groupId)
})

test('a group escalates nobody: not its opener, not one who could not grant its roles', async () => {
  const secretary = await tenant.as('committee_secretary', tenant.units.grassroots)
  await expect(open(editors(), secretary)).rejects.toMatchObject({ code: 'authority.role-not-yours' })
  const { id: offices } = await open([{ role: 'cell_deputy', unitId: tenant.units.cell.id }], secretary)
  const own = { groupId: offices, memberIds: [secretary.actor.memberId] }
  await expect(addToGroup(secretary, own)).rejects.toMatchObject({ code: 'authority.own-role' })
  const wider = { groupId: offices, role: 'unit_admin', unitId: tenant.units.grassroots.id }
  await expect(addGroupRole(secretary, wider)).rejects.toMatchObject({ code: 'authority.role-not-yours' })
  const { id: groupId } = await open()
  const person = await tenant.make.member()
  const joining = addToGroup(secretary, { groupId, memberIds: [person.id] })
  await expect(joining).rejects.toMatchObject({ code: 'authority.role-not-yours' })
  // In the group already, an officer gets nothing more by giving it to the group.
  const { id: empty } = await open([])
  await addToGroup(tenant.ctx, { groupId: empty, memberIds: [manager.actor.memberId] })
  const more = { groupId: empty, role: 'unit_admin', unitId: tenant.units.root.id }
  await expect(addGroupRole(manager, more)).rejects.toMatchObject({ code: 'authority.own-role' })
  for (const role of ['member', 'inspection', 'editor'] as const) {
    const outsider = await tenant.as(role, tenant.units.grassroots)
    await expect(closeGroup(outsider, { groupId })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(readGroup(outsider, { groupId })).rejects.toMatchObject({ kind: 'not-found' })
  }
})

test('two who add the same member at once add them once', async () => {
  const { id: groupId } = await open()
  const other = await tenant.as('tenant_admin', tenant.units.root)
  const person = await tenant.make.member()
  const outcomes = await Promise.allSettled(
    [manager, other].map((officer) => addToGroup(officer, { groupId, memberIds: [person.id] })),
  )
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await held(person.id)).toHaveLength(1)
})
