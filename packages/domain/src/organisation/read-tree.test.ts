import type { TenantContext } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Unit } from '.'
import { makeChange } from './factory'
import { readTree, type TreeUnit } from './read-tree'

let t: TestTenant
let north: Unit
let south: Unit
let wandering: Unit
beforeAll(async () => {
  t = await createTestTenant()
  const { make, units, ctx } = t
  north = await make.unit({ parentId: units.root.id, level: 'grassroots', name: 'Đảng ủy xã Bắc' })
  south = await make.unit({ parentId: units.root.id, level: 'grassroots', name: 'Đảng ủy xã Nam' })
  wandering = await make.unit({ parentId: north.id, level: 'cell', kind: 'cell', name: 'Chi bộ 10' })
  const ended = await make.unit({ parentId: north.id, level: 'cell', kind: 'cell', name: 'Chi bộ 9' })
  await make.unit({ parentId: units.root.id, level: 'cell', kind: 'cell', name: 'Chi bộ trực thuộc' })
  for (const unitId of [wandering.id, wandering.id, ended.id]) await make.member({ unitId, memberSince: '2022-01-01' })
  await makeChange(ctx, { unitId: north.id, kind: 'rename', on: '2023-06-01', name: 'Đảng ủy phường Bắc' })
  await makeChange(ctx, { unitId: wandering.id, kind: 'move', on: '2023-09-01', parentId: south.id })
  await makeChange(ctx, { unitId: ended.id, kind: 'dissolve', on: '2023-12-01' })
  await makeChange(ctx, { unitId: wandering.id, kind: 'rename', on: '2024-02-01', name: 'Chi bộ mới', planned: true })
})

/** The open tree as lines: indented names with units below and members. */
async function lines(ctx: TenantContext, open: Unit[] = [], day?: string): Promise<string[]> {
  const { tops } = await readTree(ctx, { open: open.map(({ id }) => id), day })
  const write = (node: TreeUnit, indent: string): string[] => [
    `${indent}${node.name} ${node.children}/${node.members}`,
    ...node.below.flatMap((child) => write(child, `${indent} `)),
  ]
  return tops.flatMap((top) => write(top, ''))
}
test('today: agencies beside the committee, levels missing on the way, counts of units and of members below', async () => {
  const officer = await t.as('organisation_dept', t.units.root)
  expect(await lines(officer, [south])).toEqual([
    `${t.units.root.name} 7/3`,
    ' Ban Tổ chức Tỉnh ủy 0/0',
    ' Ban Tuyên giáo Tỉnh ủy 0/0',
    ' Ủy ban Kiểm tra Tỉnh ủy 0/0',
    ' Đảng ủy phường Bắc 0/0',
    ' Đảng ủy xã Nam 1/2',
    '  Chi bộ 10 0/2',
    ` ${t.units.grassroots.name} 1/1`,
    ' Chi bộ trực thuộc 0/0',
  ])
})

test('another day: names, places and members are those of that day', async () => {
  const officer = await t.as('organisation_dept', t.units.root)
  const before = await lines(officer, [north, south], '2023-05-31')
  expect(before).toEqual(
    expect.arrayContaining([' Đảng ủy xã Bắc 2/3', '  Chi bộ 9 0/1', '  Chi bộ 10 0/2', ' Đảng ủy xã Nam 0/0']),
  )
  expect(before.indexOf('  Chi bộ 9 0/1')).toBeLessThan(before.indexOf('  Chi bộ 10 0/2'))
  expect(await lines(officer, [north], '2023-08-31')).toContain(' Đảng ủy phường Bắc 2/3')
  expect(await lines(officer, [south], '2024-02-01')).toContain('  Chi bộ mới 0/2')
  expect(await lines(officer, [south], '2021-12-31')).not.toContain('  Chi bộ 10 0/2')
})

test('a branch opens with all above it', async () => {
  const officer = await t.as('organisation_dept', t.units.root)
  expect(await lines(officer, [wandering])).toContain('  Chi bộ 10 0/2')
})

test('an officer sees below the office; on another day what lay below the same unit then', async () => {
  const officer = { ...(await t.as('committee_secretary', south)) }
  officer.actor = { ...officer.actor, path: south.path }
  expect(await lines(officer)).toEqual(['Đảng ủy xã Nam 1/2', ' Chi bộ 10 0/2'])
  expect(await lines(officer, [north], '2023-08-31')).toEqual(['Đảng ủy xã Nam 0/0'])
})

test('a member sees the own cell and the names above it, whatever he asks to be opened', async () => {
  const { tops } = await readTree(await t.as('member'), { open: [north.id, t.units.root.id] })
  expect(tops).toMatchObject([{ id: t.units.cell.id, above: t.units.grassroots.name, below: [] }])
})
