import { NotFound } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { exemptMember, leaveRoster, listMembers } from '.'
import type { ListMembers } from './inputs'

let tenant: TestTenant
let far: { id: string }
const named = async (fullName: string, given: Parameters<TestTenant['make']['member']>[0] = {}) =>
  tenant.make.member({ fullName, ...given })
const list = async (input: ListMembers = {}) =>
  (await listMembers(tenant.ctx, input)).members.map((row) => row.fullName)

beforeAll(async () => {
  tenant = await createTestTenant()
  const { make, units } = tenant
  const grassroots = await make.unit({ parentId: units.root.id, level: 'grassroots', name: 'Đảng bộ xã Xa' })
  far = await make.unit({ parentId: grassroots.id, level: 'cell', kind: 'cell', name: 'Chi bộ xa' })
  await named('Trần Thị Hoà', {
    cardNumber: '11.000001',
    phone: '0911000001',
    birthDate: '1960-01-12',
    gender: 'female',
  })
  await named('Lê Văn Hòa', { cardNumber: '11.000002', phone: '+84 911 000 002', birthDate: '1960-01-11' })
  await named('Phạm Thị Thuỷ', { cardNumber: '11000003', admittedOn: '2001-02-03' })
  await named('Đỗ Văn Đạt', { cardNumber: '11.000004', admittedOn: '1999-05-01' })
  await named('Bùi Văn Dũng', { cardNumber: '11.000005' })
  await named('Vũ Thị Ân', { cardNumber: '11.000006' })
  await named('Vũ Thị An', { cardNumber: '11.000007', unitId: far.id })
  await named('Ngô Văn Em', { cardNumber: '11.000008', status: 'probationary', admittedOn: '2023-03-01' })
})

describe('a name is found however its marks are typed', () => {
  test.each([
    ['hoa', ['Lê Văn Hòa', 'Trần Thị Hoà']],
    ['Hòa', ['Lê Văn Hòa', 'Trần Thị Hoà']],
    ['HOÀ', ['Lê Văn Hòa', 'Trần Thị Hoà']],
    ['hoà'.normalize('NFD'), ['Lê Văn Hòa', 'Trần Thị Hoà']],
    ['thi hoa', ['Trần Thị Hoà']],
    ['hoa tran', ['Trần Thị Hoà']],
    ['thủy', ['Phạm Thị Thuỷ']],
    ['thuỷ', ['Phạm Thị Thuỷ']],
    ['dat', ['Đỗ Văn Đạt']],
    ['đ', ['Bùi Văn Dũng', 'Đỗ Văn Đạt']],
    ['an', ['Vũ Thị An', 'Vũ Thị Ân']],
    ['%', []],
    ['_____', []],
    ["o'", []],
    ['không ai', []],
  ])('%s', async (search, expected) => {
    expect(await list({ search })).toEqual(expected)
  })
})

describe('a card or number is found however it is separated', () => {
  test.each([
    ['11.000003', 'Phạm Thị Thuỷ'],
    ['11 000 004', 'Đỗ Văn Đạt'],
    ['11-000-004', 'Đỗ Văn Đạt'],
    ['0911 000 002', 'Lê Văn Hòa'],
    ['0911.000.001', 'Trần Thị Hoà'],
    ['+84911000001', 'Trần Thị Hoà'],
  ])('%s', async (search, expected) => {
    expect(await list({ search })).toEqual([expected])
  })
})

test('order is by given name as Vietnamese reads it: D before Đ, A before Â', async () => {
  expect(await list()).toEqual([
    'Vũ Thị An',
    'Vũ Thị Ân',
    'Bùi Văn Dũng',
    'Đỗ Văn Đạt',
    'Ngô Văn Em',
    'Lê Văn Hòa',
    'Trần Thị Hoà',
    'Phạm Thị Thuỷ',
  ])
  expect((await list({ order: 'name' })).slice(0, 2)).toEqual(['Bùi Văn Dũng', 'Đỗ Văn Đạt'])
  expect((await list({ order: 'admitted' })).slice(0, 3)).toEqual(['Đỗ Văn Đạt', 'Phạm Thị Thuỷ', 'Ngô Văn Em'])
})

test.each(['given', 'name', 'admitted'] as const)(
  'pages by %s join without a gap, gathered or walked',
  async (order) => {
    for (const filter of [{}, { search: 'v' }]) {
      const whole = await list({ order, ...filter })
      const pages: string[] = []
      let after: string | undefined
      do {
        const page = await listMembers(tenant.ctx, { order, after, size: 3, ...filter })
        expect(page.total).toBe(whole.length)
        pages.push(...page.members.map((row) => row.fullName))
        after = page.next
      } while (after)
      expect(pages).toEqual(whole)
    }
  },
)

test('filters narrow by unit and below, status, gender, age and days', async () => {
  expect(await list({ unitId: far.id })).toEqual(['Vũ Thị An'])
  expect(await list({ status: 'probationary' })).toEqual(['Ngô Văn Em'])
  expect(await list({ gender: 'female' })).toEqual(['Trần Thị Hoà'])
  // On 11/01/2024 one is 64 since today, the other tomorrow.
  expect(await list({ ageFrom: 64 })).toEqual(['Lê Văn Hòa'])
  expect(await list({ ageTo: 63 })).toEqual(['Trần Thị Hoà'])
  expect(await list({ admittedFrom: '1999-05-01', admittedTo: '2001-02-02' })).toEqual(['Đỗ Văn Đạt'])
  expect(await list({ probationBy: '2024-02-29' })).toEqual([])
  expect(await list({ probationBy: '2024-03-01' })).toEqual(['Ngô Văn Em'])
})

test('the exempt and those who left have lists of their own; who left is in no other', async () => {
  const { ctx, make } = tenant
  const [exempt, gone] = [
    await named('Lý Văn Miễn'),
    await make.member({ fullName: 'Lý Văn Xa', memberSince: '2023-01-01' }),
  ]
  await exemptMember(ctx, { memberId: exempt.id, from: '2024-01-11' })
  await leaveRoster(ctx, { memberId: gone.id, on: '2024-01-10', leaving: 'deceased' })
  expect(await list({ status: 'exempt' })).toEqual(['Lý Văn Miễn'])
  expect(await list({ status: 'left' })).toEqual(['Lý Văn Xa'])
  expect(await list({ search: 'ly van' })).toEqual(['Lý Văn Miễn'])
})

test('further conditions of other modules narrow too', async () => {
  const { members } = await listMembers(tenant.ctx, {}, [sql`${sql.identifier('member')}.card_number = '11.000007'`])
  expect(members.map((row) => row.unitName)).toEqual(['Chi bộ xa'])
})

test('a secretary reads the own cell, a committee all below it, and nobody a unit outside', async () => {
  const secretary = await tenant.as('cell_secretary')
  const committee = await tenant.as('committee_secretary', tenant.units.grassroots)
  expect((await listMembers(secretary, { search: 'vu thi' })).members.map((row) => row.fullName)).toEqual(['Vũ Thị Ân'])
  expect((await listMembers(committee, { search: 'vu thi' })).total).toBe(1)
  await expect(listMembers(secretary, { unitId: far.id })).rejects.toThrow(NotFound)
  await expect(listMembers(committee, { unitId: tenant.units.root.id })).rejects.toThrow(NotFound)
  expect((await listMembers(tenant.ctx, { unitId: tenant.units.root.id, search: 'vu thi' })).total).toBe(2)
  await expect(listMembers(await tenant.as('member'), {})).rejects.toThrow(NotFound)
})
