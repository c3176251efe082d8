import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { unit } from '../organisation'
import { authorityAgenda } from './agenda'
import { makeSeat } from './factory'
import { grantRole } from './grant-role'
import { addToGroup } from './group-members'
import { listGrants } from './list-grants'
import texts from './locales/vi.json'
import { memberChoices } from './member-choices'
import { openGroup } from './open-group'
import { permissionsOf, whatMayDo, whoCanDo } from './who-can-do'

let tenant: TestTenant
let manager: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  tenant = await createTestTenant()
  manager = await tenant.as('organisation_dept', tenant.units.root)
})

const person = (fullName: string) => tenant.make.member({ fullName })

test('a unit’s page names who holds what: directly, with a seat, a group, or from above; and nobody beside it', async () => {
  const { root, grassroots, cell } = tenant.units
  const [agency] = await tenant.ctx.db.select().from(unit).where(eq(unit.level, 'organisation'))
  const sister = await tenant.make.unit({ parentId: root.id, level: 'grassroots' })
  const give = async (name: string, role: string, unitId: string, validUntil: string | null = null) =>
    grantRole(tenant.ctx, { memberIds: [(await person(name)).id], role, unitId, validUntil })
  await give('Trần Văn Trực', 'cell_secretary', cell.id, '2024-06-30')
  await give('Lê Thị Trên', 'committee_secretary', root.id)
  await give('Ngô Văn Ban', 'organisation_dept', agency!.id)
  await give('Vũ Văn Ngoài', 'unit_admin', sister.id)
  await makeSeat(tenant.ctx, {
    unitId: grassroots.id,
    name: 'Tài khoản quản trị',
    memberId: (await person('Hồ Thị Giữ')).id,
  })
  const group = { unitId: grassroots.id, name: 'Tổ tin bài', roles: [{ role: 'contributor', unitId: cell.id }] }
  const { id: groupId } = await openGroup(tenant.ctx, group)
  await addToGroup(tenant.ctx, { groupId, memberIds: [(await person('Đinh Văn Nhóm')).id] })
  const { holders } = await whoCanDo(manager, { unitId: cell.id })
  const rows = holders.map(({ name, role, through, above, validUntil, decisionNumber }) => [
    name,
    role,
    through,
    above,
    validUntil,
    decisionNumber,
  ])
  expect(rows).toHaveLength(5)
  expect(rows).toEqual(
    expect.arrayContaining([
      ['Trần Văn Trực', 'cell_secretary', null, null, '2024-06-30', null],
      ['Lê Thị Trên', 'committee_secretary', null, root.name, null, null],
      ['Ngô Văn Ban', 'organisation_dept', null, agency!.name, null, null],
      ['Hồ Thị Giữ', 'unit_admin', 'Tài khoản quản trị', grassroots.name, null, '12-QĐ/ĐU'],
      ['Đinh Văn Nhóm', 'contributor', 'Tổ tin bài', null, null, null],
    ]),
  )
})

test('it is for those who see the unit, and a person’s own for those who see the person', async () => {
  const below = await tenant.as('unit_admin', tenant.units.grassroots)
  await expect(whoCanDo(below, { unitId: tenant.units.root.id })).rejects.toMatchObject({ kind: 'not-found' })
  for (const role of ['member', 'cell_secretary', 'editor', 'inspection'] as const) {
    const other = await tenant.as(role, tenant.units.cell)
    await expect(whoCanDo(other, { unitId: tenant.units.cell.id })).rejects.toMatchObject({ kind: 'not-found' })
  }
  const officer = await person('Bùi Văn Quyền')
  await grantRole(tenant.ctx, { memberIds: [officer.id], role: 'unit_admin', unitId: tenant.units.root.id })
  expect((await whatMayDo(manager, { memberId: officer.id })).held.map(({ role }) => role)).toEqual(['unit_admin'])
  // What they hold above is not for an officer below to read.
  expect((await whatMayDo(below, { memberId: officer.id })).held).toEqual([])
  const sister = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'cell', kind: 'cell' })
  const foreign = await tenant.make.member({ unitId: sister.id })
  await expect(whatMayDo(below, { memberId: foreign.id })).rejects.toMatchObject({ kind: 'not-found' })
})

test('a role’s permissions are those the configuration gives it', () => {
  expect(permissionsOf(manager, 'organisation_dept')).toContain('authority.manage')
  expect(permissionsOf(manager, 'unit_admin')).not.toContain('authority.manage')
})

test('what ends soon is counted for the officers over it, listed, and goes when it has ended', async () => {
  const own = await createTestTenant()
  const officer = await own.as('unit_admin', own.units.grassroots)
  const stranger = await own.as('unit_admin', await own.make.unit({ parentId: own.units.root.id, level: 'grassroots' }))
  const give = async (validUntil: string) =>
    grantRole(own.ctx, {
      memberIds: [(await own.make.member()).id],
      role: 'cell_deputy',
      unitId: own.units.cell.id,
      validUntil,
    })
  const near = await give('2024-01-25')
  await give('2024-01-26')
  expect((await authorityAgenda(officer))[0]).toMatchObject({ count: 1 })
  expect((await authorityAgenda(stranger))[0]).toMatchObject({ count: 0 })
  const { grants, total } = await listGrants(officer, { state: 'expiring' })
  expect([grants.map(({ id }) => id), total]).toEqual([near.grantIds, 1])
  own.clock.advance(15 * 24 * 60)
  expect((await listGrants(officer, { state: 'ended' })).grants.map(({ id }) => id)).toEqual(near.grantIds)
  expect((await authorityAgenda(officer))[0]).toMatchObject({ count: 1 })
})

test('grants are found by unit with all below, role and person, a page at a time', async () => {
  const own = await createTestTenant()
  const named = await own.make.member({ fullName: 'Đặng Thị Bưởi' })
  for (const [role, unitId] of [
    ['cell_deputy', own.units.cell.id],
    ['unit_admin', own.units.grassroots.id],
    ['editor', own.units.root.id],
  ] as const) {
    await grantRole(own.ctx, { memberIds: [named.id], role, unitId })
  }
  const roles = async (input: Parameters<typeof listGrants>[1]) =>
    (await listGrants(own.ctx, input)).grants.map(({ role }) => role)
  expect(await roles({ unitId: own.units.grassroots.id })).toEqual(['unit_admin', 'cell_deputy'])
  expect(await roles({ role: 'editor' })).toEqual(['editor'])
  expect(await roles({ search: 'dang thi buoi' })).toHaveLength(3)
  expect(await roles({ search: '%' })).toEqual([])
  const first = await listGrants(own.ctx, { size: 2 })
  expect(first.total).toBe(3)
  expect(await roles({ size: 2, after: first.next })).toEqual(['cell_deputy'])
  expect((await memberChoices(own.ctx, { search: named.cardNumber })).map(({ id }) => id)).toEqual([named.id])
  const below = await own.as('unit_admin', own.units.grassroots)
  await expect(listGrants(below, { unitId: own.units.root.id })).rejects.toMatchObject({ kind: 'not-found' })
  expect((await listGrants(below)).grants.map(({ role }) => role)).toEqual(['unit_admin', 'cell_deputy'])
})

test('every right that a role may hold has its words', () => {
  const words = texts.permissions as Record<string, Record<string, string>>
  const unnamed = [...tenant.ctx.config.access].flatMap(([permission, audience]) => {
    const [module = '', name = ''] = permission.split('.')
    return typeof audience === 'object' && !words[module]?.[name] ? [permission] : []
  })
  expect(unnamed).toEqual([])
})
