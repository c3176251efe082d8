import { randomUUID } from 'node:crypto'
import { NotFound, type TenantContext } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { listUnitMembers, moveMembership } from '../members'
import type { Unit } from '.'
import { makeChange } from './factory'
import { readUnit } from './read-unit'
import { searchUnits } from './search-units'

const levels = [
  { key: 'province', name: 'Tỉnh', committee: ['Tỉnh ủy'] as [string] },
  { key: 'district', name: 'Huyện', committee: ['Huyện ủy'] as [string] },
  { key: 'grassroots', name: 'Tổ chức cơ sở đảng', committee: ['Đảng ủy'] as [string] },
  { key: 'cell', name: 'Chi bộ', committee: ['Chi ủy'] as [string], members: true },
]

let t: TestTenant
let root: TenantContext
let district: Unit
let commune: Unit
let cell: Unit
beforeAll(async () => {
  t = await createTestTenant({ organisation: { levels: levels as never, agencies: [] } })
  t.clock.set(new Date('2025-08-01T03:00:00Z'))
  const { make, units, ctx } = t
  root = await t.as('organisation_dept', units.root)
  district = await make.unit({ parentId: units.root.id, level: 'district', name: 'Huyện ủy X' })

  commune = await make.unit({ parentId: district.id, level: 'grassroots', name: 'Đảng ủy xã A' })
  cell = await make.unit({ parentId: commune.id, level: 'cell', kind: 'cell', name: 'Chi bộ thôn 1' })
  await make.unit({ parentId: commune.id, level: 'cell', kind: 'cell', name: 'Chi bộ thôn 2' })
  await make.unit({ parentId: district.id, level: 'cell', kind: 'cell', name: 'Chi bộ Công an huyện' })
  await make.unit({ parentId: district.id, level: 'office', kind: 'agency', name: 'Văn phòng Huyện ủy' })
  await make.member({ unitId: cell.id, fullName: 'Lê Thị Bình', memberSince: '2022-05-01' })
  await make.member({ unitId: cell.id, fullName: 'Trần Văn An', memberSince: '2024-01-02' })
  const moved = await make.unit({ parentId: district.id, level: 'grassroots', name: 'Đảng ủy xã B' })
  await makeChange(ctx, { unitId: moved.id, kind: 'move', on: '2024-01-01', parentId: units.root.id })
  // The district tier ends: communes go to the province, the district is no more.
  const changeId = await makeChange(ctx, {
    unitId: commune.id,
    kind: 'abolish-level',
    on: '2025-07-01',
    parentId: units.root.id,
  })
  for (const unitId of [(await listed('Công an'))!, (await listed('Văn phòng'))!, district.id]) {
    await makeChange(ctx, { unitId, kind: 'abolish-level', on: '2025-07-01', changeId })
  }
})
const listed = async (search: string) => (await searchUnits(root, { search, day: '2025-06-30' })).units[0]?.id

test('who was under a district on a day before it ended is answered exactly', async () => {
  const then = await readUnit(root, { unitId: district.id, day: '2024-01-01' })
  expect(then).toMatchObject({ name: 'Huyện ủy X', standing: true, live: false, ends: '2025-06-30', members: 1 })
  expect(then.children.map(({ name, children, members }) => [name, children, members])).toEqual([
    ['Đảng ủy xã A', 2, 1],
    ['Chi bộ Công an huyện', 0, 0],
  ])
  expect(then.agencies.map(({ name }) => name)).toEqual(['Văn phòng Huyện ủy'])
  expect(Object.fromEntries(then.below.map(({ level, units }) => [level, units]))).toEqual({ grassroots: 1, cell: 3 })
  const eve = await readUnit(root, { unitId: district.id, day: '2023-12-31' })
  expect(eve.children.map(({ name }) => name)).toContain('Đảng ủy xã B')
})

test('the people of that day are those who were there then, by given name, the cells they were in beside them', async () => {
  const on = async (day: string, unitId = district.id) =>
    (await listUnitMembers(root, { unitId, day })).members.map(({ name, cellName }) => `${name}, ${cellName}`)
  expect(await on('2024-01-01')).toEqual(['Lê Thị Bình, Chi bộ thôn 1'])
  expect(await on('2024-01-02')).toEqual(['Trần Văn An, Chi bộ thôn 1', 'Lê Thị Bình, Chi bộ thôn 1'])
  expect(await on('2025-08-01')).toEqual([])
  expect(await on('2025-08-01', commune.id)).toHaveLength(2)
})

test('today the ended unit says so; its commune hangs under the province', async () => {
  const ended = await readUnit(root, { unitId: district.id })
  expect(ended).toMatchObject({ standing: false, ends: '2025-06-30', children: [], members: 0 })
  const now = await readUnit(root, { unitId: commune.id })
  expect(now.above.map(({ name }) => name)).toEqual([t.units.root.name])
  expect((await readUnit(root, { unitId: cell.id, day: '2025-06-30' })).above.map(({ name }) => name)).toEqual([
    t.units.root.name,
    'Huyện ủy X',
    'Đảng ủy xã A',
  ])
})

test('a name under which nothing stands any more finds what bore it, with its last day, for those who may see it', async () => {
  expect(await searchUnits(root, { search: 'huyen uy x' })).toMatchObject({
    units: [],
    ended: [{ id: district.id, name: 'Huyện ủy X', ended: '2025-06-30' }],
  })
  expect((await searchUnits(root, { search: 'huyen uy x', day: '2024-01-01' })).ended).toEqual([])
  const other = await t.as('committee_secretary', t.units.grassroots)
  expect((await searchUnits(other, { search: 'huyen uy x' })).ended).toEqual([])
})

test('somebody who left since is still among those who were there', async () => {
  const gone = await t.make.member({ unitId: cell.id, fullName: 'Võ Văn Đi', memberSince: '2023-01-01' })
  const { transaction } = await import('@sotay/kernel')
  const { member, membership } = await import('../members/schema')
  const { eq } = await import('drizzle-orm')
  await transaction(t.ctx, async ({ db }) => {
    await db.update(member).set({ leftOn: '2025-01-01', leaving: 'deceased' }).where(eq(member.id, gone.id))
    await db.update(membership).set({ validUntil: '2024-12-31' }).where(eq(membership.memberId, gone.id))
  })
  const then = (await listUnitMembers(root, { unitId: cell.id, day: '2024-12-31' })).members
  expect(then).toContainEqual(expect.objectContaining({ name: 'Võ Văn Đi', left: true }))
  const names = async (day?: string) =>
    (await listUnitMembers(root, { unitId: cell.id, day })).members.map((m) => m.name)
  expect(await names('2025-01-01')).not.toContain('Võ Văn Đi')
  expect(await names()).not.toContain('Võ Văn Đi')
  expect((await readUnit(root, { unitId: cell.id })).members).toBe(2)
})

test('a member who moved is in one cell each day', async () => {
  const [to, person] = [
    await t.make.unit({ parentId: commune.id, level: 'cell', kind: 'cell', name: 'Chi bộ thôn 3' }),
    await t.make.member({ unitId: cell.id, fullName: 'Hồ Thị Ý', memberSince: '2023-01-01' }),
  ]
  const { transaction } = await import('@sotay/kernel')
  await transaction(t.ctx, (tx) =>
    moveMembership(tx, {
      memberId: person.id,
      toUnitId: to.id,
      on: '2025-07-15',
      kind: 'primary',
      cause: null,
    } as never),
  )
  const where = async (day?: string) =>
    (await listUnitMembers(root, { unitId: commune.id, day })).members
      .filter(({ id }) => id === person.id)
      .map((m) => m.cellName)
  expect(await where('2025-07-14')).toEqual(['Chi bộ thôn 1'])
  expect(await where('2025-07-15')).toEqual(['Chi bộ thôn 3'])
  expect(await where()).toEqual(['Chi bộ thôn 3'])
})

test('pages of children and of members follow each other without gap or repetition', async () => {
  const wide = await t.make.unit({ parentId: t.units.root.id, level: 'grassroots', name: 'Đảng ủy xã Rộng' })
  const ids: string[] = []
  for (let n = 0; n < 103; n++) {
    ids.push(
      (await t.make.unit({ parentId: wide.id, level: 'cell', kind: 'cell', name: `Chi bộ ${(n * 7) % 103}` })).id,
    )
  }
  const first = await readUnit(root, { unitId: wide.id })
  const second = await readUnit(root, { unitId: wide.id, after: first.next! })
  expect([...first.children, ...second.children].map(({ name }) => name)).toEqual(
    Array.from({ length: 103 }, (_, n) => `Chi bộ ${n}`),
  )
  expect(second.next).toBeNull()
  for (let n = 0; n < 53; n++)
    await t.make.member({ unitId: ids[n % 5]!, fullName: `Nguyễn Văn ${n % 2 ? 'Ân' : 'An'}` })
  const page = await listUnitMembers(root, { unitId: wide.id })
  const rest = await listUnitMembers(root, { unitId: wide.id, after: page.next! })
  expect(new Set([...page.members, ...rest.members].map(({ id }) => id)).size).toBe(53)
  expect(rest.next).toBeNull()
})

test.each([
  // role, where the office is, what is read, on which day, whether it is found
  ['organisation_dept', 'root', 'district', '2024-01-01', true],
  ['committee_secretary', 'district', 'commune', '2024-01-01', true],
  ['committee_secretary', 'district', 'commune', '2025-08-01', false],
  ['committee_secretary', 'commune', 'cell', '2024-01-01', true],
  ['committee_secretary', 'commune', 'district', '2024-01-01', false],
  ['committee_secretary', 'commune', 'root', '2025-08-01', false],
  ['member', 'cell', 'cell', '2025-08-01', true],
  ['member', 'cell', 'cell', '2024-01-01', true],
  ['member', 'cell', 'commune', '2025-08-01', false],
  ['editor', 'root', 'commune', '2025-08-01', false],
] as const)('a %s of %s reading %s on %s: %s', async (role, office, target, day, found) => {
  const places = { root: t.units.root, district, commune, cell }
  const { unit } = await import('./schema')
  const { eq } = await import('drizzle-orm')
  const now = async (id: string) => (await t.ctx.db.select().from(unit).where(eq(unit.id, id)))[0]!
  const home = await now(cell.id)
  const ctx = await t.as(role, await now(places[office].id))
  const reader = { ...ctx, actor: { ...ctx.actor, path: home.path, unitId: home.id } }
  const asked = readUnit(reader, { unitId: places[target].id, day })
  if (found) await expect(asked).resolves.toMatchObject({ id: places[target].id })
  else await expect(asked).rejects.toThrow(NotFound)
})

test('members of a unit are for those who read members there; to others there is no such list', async () => {
  const secretary = await t.as('cell_secretary', t.units.cell)
  await expect(listUnitMembers(secretary, { unitId: cell.id })).rejects.toThrow(NotFound)
  await expect(listUnitMembers(await t.as('member'), { unitId: t.units.cell.id })).rejects.toThrow(NotFound)
  expect((await listUnitMembers(secretary, { unitId: t.units.cell.id })).members.length).toBeGreaterThan(0)
  await expect(readUnit(root, { unitId: randomUUID() })).rejects.toThrow(NotFound)
})
