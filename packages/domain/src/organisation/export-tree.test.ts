import { openTable, tableLimits } from '@sotay/sheets'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { exportTree } from '.'
import { makeChange } from './factory'

let t: TestTenant
beforeAll(async () => {
  const { roster } = testConfiguration('any')
  t = await createTestTenant({ roster: { ...roster!, exports: { rows: 7, perDay: 20 } } })
  const { make, units, ctx } = t
  const north = await make.unit({ parentId: units.root.id, level: 'grassroots', name: '=1+1 Đảng ủy xã Bắc' })
  await makeChange(ctx, { unitId: north.id, kind: 'rename', on: '2023-06-01', name: 'Đảng ủy phường Bắc' })
  await make.member({ unitId: units.cell.id, memberSince: '2022-01-01' })
})

async function table({ content }: { content: Buffer }) {
  const lines: string[][] = []
  for await (const { cells } of openTable(
    (async function* () {
      yield content
    })(),
    'a.xlsx',
    tableLimits,
  ))
    lines.push(cells)
  return lines
}

test('the file holds the tree of the day: names, levels, places and members of then', async () => {
  const officer = await t.as('organisation_dept', t.units.grassroots)
  const { name, content } = await exportTree(officer, { day: '2023-12-31' })
  expect(name).toBe('to-chuc-2023-12-31.xlsx')
  const lines = await table({ content })
  expect(lines.find(([first]) => first === t.units.cell.name)).toEqual(
    expect.arrayContaining([t.units.cell.name, 'Chi bộ', t.units.grassroots.name, '1']),
  )
  expect(lines.flat()).not.toContain('Đảng ủy phường Bắc')
})

test('a name that looks like a formula stays a name, and the day decides which name it is', async () => {
  const root = await t.as('tenant_admin', t.units.root)
  const before = await table(await exportTree(root, { day: '2023-05-31', unitId: t.units.root.id }))
  expect(before.flat()).toContain('=1+1 Đảng ủy xã Bắc')
})

test('beyond the rows of a file nothing leaves; who may not export has no such page', async () => {
  await t.make.unit({
    parentId: t.units.root.id,
    level: 'grassroots',
    name: 'Đảng ủy xã Thêm',
    validFrom: '2024-01-01',
  })
  const root = await t.as('tenant_admin', t.units.root)
  await expect(exportTree(root)).rejects.toMatchObject({ code: 'organisation.export-rows' })
  await expect(exportTree(await t.as('member'))).rejects.toMatchObject({ kind: 'not-found' })
  const officer = await t.as('organisation_dept', t.units.grassroots)
  await expect(exportTree(officer, { unitId: t.units.root.id })).rejects.toMatchObject({ kind: 'not-found' })
})
