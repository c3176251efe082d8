import { unit, unitVersion } from '@sotay/domain/organisation'
import { makeChange } from '@sotay/domain/organisation/factory'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { checkVersions } from './check-versions'

const well = { orphaned: 0, misplaced: 0, gaps: 0, differing: 0 }

let t: TestTenant
let other: { id: string }
beforeEach(async () => {
  t = await createTestTenant()
  other = await t.make.unit({ parentId: t.units.root.id, level: 'grassroots' })
  await makeChange(t.ctx, { unitId: t.units.cell.id, kind: 'move', on: '2023-01-01', parentId: other.id })
  await makeChange(t.ctx, { unitId: other.id, kind: 'rename', on: '2023-06-01', name: 'Đảng ủy mới' })
})

test('a tree that was renamed and moved is well, also one that changes tomorrow', async () => {
  const { cell } = t.units
  await makeChange(t.ctx, { unitId: cell.id, kind: 'rename', on: '2030-01-01', name: 'Chi bộ mới', planned: true })
  expect(await checkVersions(t.ctx)).toEqual(well)
})

test('a name of today that no state has is found', async () => {
  await t.ctx.db.update(unit).set({ name: 'Tên khác' }).where(eq(unit.id, other.id))
  expect(await checkVersions(t.ctx)).toEqual({ ...well, differing: 1 })
})

test('days without a state between two are found, and so is a unit that outlives its parent', async () => {
  const { db } = t.ctx
  const first = sql`unit_id = ${other.id} and valid_until is not null`
  await db.update(unitVersion).set({ validUntil: '2023-05-15' }).where(first)
  expect(await checkVersions(t.ctx)).toEqual({ ...well, gaps: 1, orphaned: 1 })
})

test('a path that is not the parent’s of the same days is found', async () => {
  const { db } = t.ctx
  const now = sql`unit_id = ${t.units.cell.id} and valid_until is null`
  await db.update(unitVersion).set({ path: t.units.cell.path }).where(now)
  await db.update(unit).set({ path: t.units.cell.path }).where(eq(unit.id, t.units.cell.id))
  expect(await checkVersions(t.ctx)).toEqual({ ...well, misplaced: 1 })
})
