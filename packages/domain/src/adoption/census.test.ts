import { member } from '@sotay/domain/members'
import { newId } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { listCensusCells, readCensus } from './read-census'
import { recordCensus, undoCensus } from './record-census'

let tenant: TestTenant
let unitId: string
let people: { id: string }[]
const gone = { kind: 'not-found' }

beforeEach(async () => {
  tenant = await createTestTenant()
  unitId = tenant.units.cell.id
  people = await Promise.all([1, 2, 3].map(() => tenant.make.member()))
})

const said = async () => {
  const { members } = await readCensus(tenant.ctx, { unitId })
  return people.map(({ id }) => members.find(({ memberId }) => memberId === id)?.has)
}
const answer = (index: number, has: 'yes' | 'no' | 'unknown') => ({ memberId: people[index]!.id, has })

test('a cell is recorded at once, counted, and undone; what was changed later stays', async () => {
  const secretary = await tenant.as('cell_secretary')
  const first = await recordCensus(secretary, {
    unitId,
    answers: [answer(0, 'yes'), answer(1, 'no'), answer(2, 'unknown')],
  })
  expect(first.changed).toBe(2)
  expect(await said()).toEqual([true, false, null])
  expect(await recordCensus(secretary, { unitId, answers: [answer(0, 'yes')] })).toEqual({ id: null, changed: 0 })
  await recordCensus(secretary, { unitId, answers: [answer(1, 'yes')] })
  expect(await undoCensus(secretary, { censusId: first.id! })).toMatchObject({ restored: 1 })
  expect(await said()).toEqual([null, true, null])
  await expect(undoCensus(secretary, { censusId: first.id! })).rejects.toMatchObject({
    code: 'adoption.undone-already',
  })
})

test('those not known can be recorded as one, and known answers stay', async () => {
  await recordCensus(tenant.ctx, { unitId, answers: [answer(0, 'no')] })
  await recordCensus(tenant.ctx, { unitId, answers: [], rest: 'yes' })
  expect(await said()).toEqual([false, true, true])
})

test('a cell’s census is its officers’, and names nobody of another cell or who left', async () => {
  const sister = await tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
  const stranger = await tenant.make.member({ unitId: sister.id })
  const secretary = await tenant.as('cell_secretary')
  await expect(recordCensus(secretary, { unitId: sister.id, answers: [] })).rejects.toMatchObject(gone)
  await expect(readCensus(secretary, { unitId: sister.id })).rejects.toMatchObject(gone)
  for (const memberId of [stranger.id, newId()]) {
    await expect(recordCensus(secretary, { unitId, answers: [{ memberId, has: 'yes' }] })).rejects.toMatchObject(gone)
  }
  await expect(recordCensus(await tenant.as('member'), { unitId, answers: [] })).rejects.toMatchObject(gone)
  const saved = await recordCensus(tenant.ctx, { unitId: sister.id, answers: [{ memberId: stranger.id, has: 'yes' }] })
  await expect(undoCensus(secretary, { censusId: saved.id! })).rejects.toMatchObject(gone)
  await tenant.ctx.db.update(member).set({ leftOn: '2024-01-10' }).where(eq(member.id, people[0]!.id))
  await expect(recordCensus(secretary, { unitId, answers: [answer(0, 'yes')] })).rejects.toMatchObject(gone)
})

test('two who save at once lose nothing', async () => {
  const [one, other] = [await tenant.as('cell_secretary'), await tenant.as('cell_deputy')]
  await Promise.all([
    recordCensus(one, { unitId, answers: [answer(0, 'yes')] }),
    recordCensus(other, { unitId, answers: [answer(1, 'no')] }),
  ])
  expect(await said()).toEqual([true, false, null])
})

test('progress is told cell by cell, within the scope, page by page', async () => {
  const sister = await tenant.make.unit({
    parentId: tenant.units.grassroots.id,
    level: 'cell',
    kind: 'cell',
    name: 'Chi bộ Đông',
  })
  await recordCensus(tenant.ctx, { unitId, answers: [answer(0, 'yes')] })
  const administrator = await tenant.as('unit_admin', tenant.units.grassroots)
  const { cells } = await listCensusCells(administrator)
  expect(cells.find((cell) => cell.unitId === unitId)).toMatchObject({ known: 1 })
  expect(cells.map((cell) => cell.unitId)).toContain(sister.id)
  expect((await listCensusCells(administrator, { search: 'dong' })).cells.map(({ name }) => name)).toEqual([
    'Chi bộ Đông',
  ])
  const first = await listCensusCells(administrator, { size: 1 })
  const second = await listCensusCells(administrator, { size: 1, after: first.next })
  expect(new Set([...first.cells, ...second.cells].map((cell) => cell.unitId)).size).toBe(2)
  const { cells: own } = await listCensusCells(await tenant.as('cell_secretary'))
  expect(own.map((cell) => cell.unitId)).toEqual([unitId])
})
