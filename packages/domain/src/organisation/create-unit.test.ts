import { Conflict, NotFound } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { createUnit } from '.'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

const cell = (parentId: string, level = 'cell') =>
  ({ parentId, kind: 'cell', level, name: 'Chi bộ thôn Bình Minh', validFrom: '2024-01-01' }) as const

test('a unit stands under its parent, also past a level that is missing', async () => {
  const { ctx, units } = tenant
  const ragged = await createUnit(ctx, cell(units.root.id))
  expect(ragged.path.startsWith(`${units.root.path}.`)).toBe(true)
})

test('a level may not hang under its own or a lower one, nor be unknown', async () => {
  const { ctx, units } = tenant
  await expect(createUnit(ctx, cell(units.cell.id))).rejects.toThrow(Conflict)
  await expect(createUnit(ctx, cell(units.cell.id, 'grassroots'))).rejects.toThrow(Conflict)
  await expect(createUnit(ctx, cell(units.root.id, 'xóm'))).rejects.toThrow(Conflict)
})

test('an officer adds units within the scope alone; a parent outside it does not exist', async () => {
  const { units, make } = tenant
  const other = await make.unit({ parentId: units.root.id, level: 'grassroots' })
  const officer = await tenant.as('organisation_dept', units.grassroots)
  expect((await createUnit(officer, cell(units.grassroots.id))).parentId).toBe(units.grassroots.id)
  await expect(createUnit(officer, cell(other.id))).rejects.toThrow(NotFound)
  await expect(createUnit(officer, { ...cell(units.root.id), parentId: null })).rejects.toThrow(NotFound)
  await expect(createUnit(await tenant.as('member'), cell(units.grassroots.id))).rejects.toThrow(NotFound)
})
