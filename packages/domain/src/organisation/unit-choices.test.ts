import { everywhere } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { unitChoices } from '.'
import { makeChange } from './factory'

let t: TestTenant
const at = (unit: { path: string }) => ({ paths: [unit.path] })
const names = async (given: Omit<Parameters<typeof unitChoices>[1], 'scope'> & { scope?: { paths: string[] } }) =>
  (await unitChoices(t.ctx, { scope: { paths: [...everywhere.paths] }, ...given })).map(({ name }) => name)

beforeAll(async () => {
  t = await createTestTenant()
  const { make, units } = t
  const commune = await make.unit({ parentId: units.root.id, level: 'grassroots', name: 'Đảng ủy xã Bình Minh' })
  const cell = (name: string, more = {}) =>
    make.unit({ parentId: commune.id, level: 'cell', kind: 'cell', name, ...more })
  await cell('Chi bộ thôn Đông 10')
  await cell('Chi bộ thôn Đông 9')
  await cell('Chi bộ Trường 100%')
  await cell('Chi bộ thôn Đông đã kết thúc', { validUntil: '2023-12-31' })
  await cell('Chi bộ thôn Đông sắp lập', { validFrom: '2024-03-01' })
  const old = await cell('Chi bộ thôn Tây')
  await makeChange(t.ctx, { unitId: old.id, kind: 'rename', on: '2024-01-01', name: 'Chi bộ thôn Nam' })
})

test('words match without diacritics and in any order; numbers stand in their own order', async () => {
  expect(await names({ search: 'dong thon' })).toEqual(['Chi bộ thôn Đông 9', 'Chi bộ thôn Đông 10'])
  expect(await names({ search: '100%' })).toEqual(['Chi bộ Trường 100%'])
  expect(await names({ search: '%' })).toEqual(['Chi bộ Trường 100%'])
})

test('words after a comma are those of a unit above, so that one of many of a name is found', async () => {
  expect(await names({ search: 'dong 9, binh minh' })).toEqual(['Chi bộ thôn Đông 9'])
  expect(await names({ search: 'dong 9, xa khac' })).toEqual([])
  expect(await names({ search: 'dong 9,' })).toEqual(['Chi bộ thôn Đông 9'])
  expect(await names({ search: 'tay, binh minh', day: '2023-12-31' })).toEqual(['Chi bộ thôn Tây'])
})

test('on another day those are there that were then, under their names of then', async () => {
  expect(await names({ search: 'thon dong', day: '2023-12-31' })).toContain('Chi bộ thôn Đông đã kết thúc')
  expect(await names({ search: 'thon dong', day: '2024-03-01' })).toContain('Chi bộ thôn Đông sắp lập')
  expect(await names({ search: 'tay', day: '2023-12-31' })).toEqual(['Chi bộ thôn Tây'])
  expect(await names({ search: 'tay' })).toEqual([])
})

test('only what lies in the scope is offered, of the kinds asked for, with what stands above it', async () => {
  expect(await names({ search: 'dong', scope: at(t.units.grassroots) })).toEqual([])
  expect(await names({ search: '', kinds: ['committee'] })).not.toContain('Chi bộ thôn Đông 9')
  const [found] = await unitChoices(t.ctx, { search: 'dong 9', scope: { paths: [t.units.root.path] } })
  expect(found?.above).toBe('Đảng ủy xã Bình Minh')
})
