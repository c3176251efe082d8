import { makeAccount } from '@sotay/domain/accounts/factory'
import type { Unit } from '@sotay/domain/organisation'
import { newId } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { signInEvent } from '../accounts/schema'
import { statementsOf } from '../accounts/testing'
import { exportAdoptionNames } from './export-names'
import { makeSmartphone } from './factory'
import { listAdoptionNames } from './list-names'
import { printAdoption } from './print-adoption'
import { readAdoption } from './read-adoption'
import { recountAdoption } from './recount'

let tenant: TestTenant
let police: Unit
let policeCell: Unit
const gone = { kind: 'not-found' }

const targets = [
  {
    key: 'dien-thoai',
    name: 'Có điện thoại đang dùng',
    of: 'members-with-smartphone' as const,
    counts: 'active' as const,
    percent: 90,
  },
  {
    key: 'dang-ky',
    name: 'Đăng ký',
    of: 'members' as const,
    counts: 'registered' as const,
    percent: 100,
    until: '2024-06-30',
  },
  { key: 'chi-bo', name: 'Chi bộ dùng', of: 'cells' as const, counts: 'meeting-on-app' as const, percent: 100 },
]
const exemptions = [
  {
    units: ['Đảng bộ Công an' as string] as [string],
    targets: ['dang-ky'] as [string],
    from: '2024-01-01',
    reason: 'Lực lượng vũ trang',
  },
]

async function person(
  of: TestTenant,
  unitId: string,
  given: { has?: boolean; registered?: boolean; active?: boolean; fullName?: string; status?: 'probationary' } = {},
) {
  const { has, registered, active, ...line } = given
  const made = await of.make.member({ unitId, memberSince: '2020-01-01', ...line })
  if (has !== undefined) await makeSmartphone(of.ctx, { memberId: made.id, has })
  if (!registered && !active) return made
  const { accountId } = await makeAccount(of.ctx, { memberId: made.id, password: { hash: 'never compared' } })
  if (active) {
    await of.ctx.db
      .insert(signInEvent)
      .values({ id: newId(), accountId, at: of.clock.now(), outcome: 'signed-in', device: 'thử' })
  }
  return made
}

beforeAll(async () => {
  tenant = await createTestTenant({ targets, exemptions, adoption: { activeDays: 30, leagueTable: false } })
  const { root, cell } = tenant.units
  police = await tenant.make.unit({ parentId: root.id, level: 'grassroots', name: 'Đảng bộ Công an' })
  policeCell = await tenant.make.unit({ parentId: police.id, level: 'cell', kind: 'cell', name: 'Chi bộ 1' })
  await person(tenant, cell.id, { has: true, active: true, fullName: 'Trần Văn An' })
  await person(tenant, cell.id, { has: true, registered: true, fullName: 'Lê Thị Bình' })
  await person(tenant, cell.id, { has: false, fullName: 'Phạm Văn Đức' })
  await person(tenant, cell.id, { fullName: 'Đỗ Thị Ánh' })
  await person(tenant, cell.id, { has: true, active: true, status: 'probationary' })
  await person(tenant, policeCell.id, { has: true, fullName: 'Vũ Văn Cảnh' })
  await recountAdoption(tenant.ctx)
})

test('denominators are those who are to be counted; probationary members and armed forces stand apart', async () => {
  const { total, units, unit } = await readAdoption(tenant.ctx)
  expect(unit.id).toBe(tenant.units.root.id)
  expect(total).toMatchObject({
    members: 6,
    probationary: 1,
    probationary_active: 1,
    counted: 3,
    without_smartphone: 1,
    smartphone_unknown: 1,
    registered: 3,
    active: 2,
    cells: 2,
  })
  expect(total.figures).toEqual([
    { key: 'dien-thoai', base: 3, reached: 1 },
    // The police organisation is exempt from this target alone.
    { key: 'dang-ky', base: 4, reached: 2 },
    { key: 'chi-bo', base: null, reached: null },
  ])
  expect(units.map(({ name }) => name)).toEqual(['Đảng bộ Công an', tenant.units.grassroots.name])
  expect(units.find(({ id }) => id === police.id)?.figures[1]).toEqual({ key: 'dang-ky', base: 0, reached: 0 })
})

test('an exemption and a target hold over their days only', async () => {
  await tenant.ctx.db.execute(
    "insert into adoption_count select (timestamp '2023-12-31')::date as day, unit_id, members, probationary, exempt, without_smartphone, smartphone_unknown, registered, awaiting, active, probationary_registered, probationary_active, expected, expected_registered, expected_active, counted, counted_registered, counted_active from adoption_count where day = '2024-01-11'",
  )
  const before = await readAdoption(tenant.ctx, { day: '2023-12-31' })
  expect(before).toMatchObject({ countedOn: '2023-12-31' })
  expect(before.total.figures[1]).toEqual({ key: 'dang-ky', base: 5, reached: 2 })
  const later = { ...tenant.ctx, clock: { now: () => new Date('2024-07-02T03:00:00Z') } }
  const { targets: inForce, countedOn } = await readAdoption(later)
  expect(inForce.map(({ key }) => key)).toEqual(['dien-thoai', 'chi-bo'])
  expect(countedOn).toBe('2024-01-11')
  const { points } = await readAdoption(tenant.ctx)
  expect(points.map(({ day }) => day)).toContain('2024-01-11')
})

test('each officer sees the own units and what is below them, and nothing beside', async () => {
  const { root, grassroots, cell } = tenant.units
  const reads = async (role: Parameters<TestTenant['as']>[0], at: Unit, unitId?: string) =>
    (await readAdoption(await tenant.as(role, at), { unitId })).unit.id
  expect(await reads('cell_secretary', cell)).toBe(cell.id)
  expect(await reads('committee_secretary', grassroots)).toBe(grassroots.id)
  expect(await reads('committee_secretary', grassroots, cell.id)).toBe(cell.id)
  expect(await reads('statistics_officer', root, police.id)).toBe(police.id)
  for (const beside of [root.id, police.id, policeCell.id, newId(), 'không phải']) {
    await expect(readAdoption(await tenant.as('committee_secretary', grassroots), { unitId: beside })).rejects.toThrow()
  }
  await expect(readAdoption(await tenant.as('member'))).rejects.toMatchObject(gone)
  const { above } = await readAdoption(await tenant.as('committee_secretary', grassroots), { unitId: cell.id })
  expect(above.map(({ id }) => id)).toEqual([grassroots.id])
})

test('names behind a number, for those who keep the roster; in order of names', async () => {
  const { grassroots, cell, root } = tenant.units
  const secretary = await tenant.as('cell_secretary', cell)
  const named = async (filter: Parameters<typeof listAdoptionNames>[1]['filter']) =>
    (await listAdoptionNames(secretary, { unitId: cell.id, filter })).names.map(({ name }) => name)
  expect(await named('without-smartphone')).toEqual(['Phạm Văn Đức'])
  expect(await named('inactive')).toEqual(['Lê Thị Bình'])
  expect((await named('not-registered')).filter((name) => name !== 'Nguyễn Văn Thử')).toEqual([
    'Đỗ Thị Ánh',
    'Phạm Văn Đức',
  ])
  const committee = await tenant.as('committee_secretary', grassroots)
  await expect(listAdoptionNames(committee, { unitId: police.id })).rejects.toMatchObject(gone)
  await expect(
    listAdoptionNames(await tenant.as('statistics_officer', root), { unitId: cell.id }),
  ).rejects.toMatchObject(gone)
  const all = await listAdoptionNames(committee, { unitId: grassroots.id })
  const first = await listAdoptionNames(committee, { unitId: grassroots.id, size: 1 })
  const rest = await listAdoptionNames(committee, { unitId: grassroots.id, after: first.next })
  expect([...first.names, ...rest.names]).toEqual(all.names)
  expect([first.total, rest.total]).toEqual([all.names.length, all.names.length])
  expect((await exportAdoptionNames(committee, { unitId: grassroots.id })).names).toEqual(all.names)
})

test('units are put in order of their share only where the configuration allows it', async () => {
  expect(await readAdoption(tenant.ctx, { ranked: true })).toMatchObject({ mayRank: false, ranked: false })
  const open = await createTestTenant({ targets: [{ ...targets[1]!, until: undefined }] })
  const other = await open.make.unit({
    parentId: open.units.grassroots.id,
    level: 'cell',
    kind: 'cell',
    name: 'A đầu danh sách',
  })
  await person(open, other.id, {})
  await person(open, open.units.cell.id, { registered: true })
  await recountAdoption(open.ctx)
  const unitId = open.units.grassroots.id
  const ids = async (ranked: boolean) => (await readAdoption(open.ctx, { unitId, ranked })).units.map(({ id }) => id)
  expect(await ids(false)).toEqual([other.id, open.units.cell.id])
  expect(await ids(true)).toEqual([open.units.cell.id, other.id])
})

test('on paper: the shares with what they are counted on, and every unit below', async () => {
  const { root, cell } = tenant.units
  const { name, content } = await printAdoption(await tenant.as('committee_secretary', root), {})
  expect(name).toMatch(/^tinh-hinh-su-dung-.*\.pdf$/)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: true })
  const { total } = await readAdoption(await tenant.as('committee_secretary', root))
  expect(text).toContain(`Cộng ${total.members} 3 1 33,3%`)
  expect(text).toContain('1 trên 3 (33,3%)')
  expect(text).toContain(tenant.units.grassroots.name)
  await expect(printAdoption(await tenant.as('member'), { unitId: cell.id })).rejects.toMatchObject(gone)
})

test('the page costs three queries, however many units there are', async () => {
  const statements = await statementsOf(tenant.ctx, () => readAdoption(tenant.ctx))
  expect(statements).toHaveLength(3)
})

test('before the first count there are no figures, and a province without the rules has no page', async () => {
  const fresh = await createTestTenant()
  expect(await readAdoption(fresh.ctx)).toMatchObject({ countedOn: null, units: [], points: [] })
  const without = await createTestTenant({ adoption: undefined })
  await expect(readAdoption(without.ctx)).rejects.toMatchObject(gone)
})
