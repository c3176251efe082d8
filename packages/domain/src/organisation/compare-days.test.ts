import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { compareDays, type Unit, unitHistory } from '.'
import { makeChange } from './factory'
import { organisationChange } from './schema'

let t: TestTenant
let north: Unit
let south: Unit
let moving: Unit
beforeAll(async () => {
  t = await createTestTenant()
  t.clock.set(new Date('2024-06-01T03:00:00Z'))
  const { make, units, ctx } = t
  const commune = (name: string, more = {}) =>
    make.unit({ parentId: units.root.id, level: 'grassroots', name, ...more })
  const cell = (parent: Unit, name: string) => make.unit({ parentId: parent.id, level: 'cell', kind: 'cell', name })
  north = await commune('Đảng ủy xã Bắc')
  south = await commune('Đảng ủy xã Nam')
  moving = await cell(north, 'Chi bộ 1')
  const [merged, dissolved] = [await cell(north, 'Chi bộ 2'), await cell(north, 'Chi bộ 3')]
  await commune('Đảng ủy xã Mới', { validFrom: '2024-02-01' })
  await makeChange(ctx, { unitId: moving.id, kind: 'rename', on: '2024-01-15', name: 'Chi bộ Một' })
  await makeChange(ctx, { unitId: moving.id, kind: 'move', on: '2024-02-01', parentId: south.id })
  const merge = await makeChange(ctx, { unitId: merged.id, kind: 'merge', on: '2024-03-01' })
  const plan = { effects: { ended: [{ unitId: merged.id, home: moving.id }] } }
  await ctx.db.update(organisationChange).set({ plan }).where(eq(organisationChange.id, merge))
  await makeChange(ctx, { unitId: dissolved.id, kind: 'dissolve', on: '2024-03-01' })
  await makeChange(ctx, {
    unitId: north.id,
    kind: 'rename',
    on: '2024-09-01',
    name: 'Đảng ủy phường Bắc',
    planned: true,
  })
})

const shown = (units: { nameBefore: string | null; nameAfter: string | null; kinds: string[] }[]) =>
  units
    .map(({ nameBefore, nameAfter, kinds }) => `${nameBefore ?? '–'} → ${nameAfter ?? '–'}: ${kinds.join(' ')}`)
    .sort()

test('two days apart: what began, ended, was merged, renamed and hung elsewhere, each once', async () => {
  const officer = await t.as('organisation_dept', t.units.root)
  const { counts, units, levels } = await compareDays(officer, { from: '2024-01-01', to: '2024-04-01' })
  expect(shown(units)).toEqual(
    [
      'Chi bộ 1 → Chi bộ Một: renamed moved',
      'Chi bộ 2 → –: merged',
      'Chi bộ 3 → –: ended',
      '– → Đảng ủy xã Mới: created',
    ].sort(),
  )
  expect(units.find(({ nameBefore }) => nameBefore === 'Chi bộ 2')?.home).toBe('Chi bộ Một')
  expect(units.find(({ nameAfter }) => nameAfter === 'Chi bộ Một')).toMatchObject({
    parentBefore: 'Đảng ủy xã Bắc',
    parentAfter: 'Đảng ủy xã Nam',
  })
  expect(counts).toEqual({ created: 1, ended: 1, merged: 1, renamed: 1, moved: 1 })
  expect(levels).toContainEqual({ level: 'cell', before: 4, after: 2 })
  expect(levels).toContainEqual({ level: 'grassroots', before: 3, after: 4 })
})

test('days in either order, one sort alone, a day to come', async () => {
  const officer = await t.as('organisation_dept', t.units.root)
  const back = await compareDays(officer, { from: '2024-04-01', to: '2024-01-01', kind: 'moved' })
  expect(shown(back.units)).toEqual(['Chi bộ 1 → Chi bộ Một: renamed moved'])
  const ahead = await compareDays(officer, { from: '2024-06-01', to: '2024-09-01' })
  expect(shown(ahead.units)).toEqual(['Đảng ủy xã Bắc → Đảng ủy phường Bắc: renamed'])
  expect((await compareDays(officer, { from: '2024-04-01', to: '2024-05-01' })).units).toEqual([])
})

test('an officer compares what lay below the office on one of the days; leaving it is moving, its new parent unnamed', async () => {
  const secretary = await t.as('committee_secretary', north)
  const { units } = await compareDays(secretary, { from: '2024-01-01', to: '2024-04-01' })
  expect(shown(units)).toEqual(['Chi bộ 1 → Chi bộ Một: renamed moved', 'Chi bộ 2 → –: merged', 'Chi bộ 3 → –: ended'])
  expect(units.find(({ nameBefore }) => nameBefore === 'Chi bộ 1')?.parentAfter).toBeNull()
  const root = await t.as('organisation_dept', t.units.root)
  const below = await compareDays(root, { from: '2024-01-01', to: '2024-04-01', unitId: south.id })
  expect(shown(below.units)).toEqual(['Chi bộ 1 → Chi bộ Một: renamed moved'])
  await expect(
    compareDays(secretary, { from: '2024-01-01', to: '2024-04-01', unitId: south.id }),
  ).rejects.toMatchObject({ kind: 'not-found' })
})

test('history: every state with its change, latest first, what is planned marked', async () => {
  const officer = await t.as('organisation_dept', t.units.root)
  const of = async (unitId: string) =>
    (await unitHistory(officer, { unitId })).map(({ on, turns, planned, name, order }) => [
      on,
      turns.join(' '),
      name,
      order?.kind ?? null,
      planned,
    ])
  expect(await of(moving.id)).toEqual([
    ['2024-02-01', 'moved', 'Chi bộ Một', 'move', false],
    ['2024-01-15', 'renamed', 'Chi bộ Một', 'rename', false],
    ['2020-01-01', 'began', 'Chi bộ 1', null, false],
  ])
  expect(await of(north.id)).toEqual([
    ['2024-09-01', 'renamed', 'Đảng ủy phường Bắc', 'rename', true],
    ['2020-01-01', 'began', 'Đảng ủy xã Bắc', null, false],
  ])
  const gone = (await compareDays(officer, { from: '2024-01-01', to: '2024-04-01', kind: 'ended' })).units[0]!
  expect((await of(gone.id))[0]).toEqual(['2024-03-01', 'ended', 'Chi bộ 3', 'dissolve', false])
})

test('history is for those who may see the unit', async () => {
  const member = await t.as('member')
  await expect(unitHistory(member, { unitId: north.id })).rejects.toMatchObject({ kind: 'not-found' })
  expect(await unitHistory(member, { unitId: t.units.cell.id })).toHaveLength(1)
})
