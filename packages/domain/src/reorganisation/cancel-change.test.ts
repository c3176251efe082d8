import { NotFound } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { unit } from '../organisation'
import { cancelChange, listChanges } from '.'
import { makeAnyChange } from './factory'
import type { PlanChange } from './inputs'
import { fourTiers, type Province, TODAY, versions, wrongs } from './testing-province'

const LATER = '2024-06-01'
let province: Province
beforeAll(async () => {
  province = await fourTiers()
})

const cancelling = (changeId: string) => cancelChange(province.ctx, { changeId })
const tree = () => Promise.all([versions(province.ctx), province.ctx.db.select().from(unit).orderBy(unit.id)])

test.each<[PlanChange['kind'], (given: Province) => PlanChange]>([
  [
    'create',
    ({ communes }) => ({
      kind: 'create',
      parentId: communes[0]!.id,
      unitKind: 'cell',
      level: 'cell',
      name: 'Mới',
      effectiveOn: LATER,
    }),
  ],
  ['rename', ({ communes }) => ({ kind: 'rename', unitId: communes[0]!.id, name: 'Khác', effectiveOn: LATER })],
  [
    'move',
    ({ communes, districts }) => ({
      kind: 'move',
      unitId: communes[0]!.id,
      parentId: districts[1]!.id,
      effectiveOn: LATER,
    }),
  ],
  [
    'split',
    ({ communes, cells }) => ({
      kind: 'split',
      unitId: communes[0]!.id,
      into: [{ name: 'Tách', childIds: [cells[0]!.id] }],
      effectiveOn: LATER,
    }),
  ],
  ['merge', ({ cells }) => ({ kind: 'merge', unitIds: [cells[0]!.id, cells[1]!.id], name: 'Gộp', effectiveOn: LATER })],
  [
    'dissolve',
    ({ cells }) => ({ kind: 'dissolve', unitId: cells[0]!.id, membersTo: cells[2]!.id, effectiveOn: LATER }),
  ],
  [
    'abolish-level',
    ({ districts }) => ({
      kind: 'abolish-level',
      level: 'district',
      unitIds: districts.map(({ id }) => id),
      effectiveOn: LATER,
    }),
  ],
])('a planned %s is taken back and leaves no trace in the tree', async (_, draw) => {
  const before = await tree()
  const { id, status } = await makeAnyChange(province.ctx, draw(province))
  expect(status).toBe('planned')
  expect(await tree()).not.toEqual(before)
  await cancelling(id)
  expect(await tree()).toEqual(before)
  await expect(cancelling(id)).rejects.toMatchObject({ code: 'reorganisation.not-planned' })
})

test('what took effect stays, and what another change builds on is not pulled from under it', async () => {
  const { ctx, communes, districts, cells, units } = province
  const [one, two] = communes
  const done = await makeAnyChange(ctx, { kind: 'rename', unitId: two!.id, name: 'Xong', effectiveOn: TODAY })
  await expect(cancelling(done.id)).rejects.toMatchObject({ code: 'reorganisation.not-planned' })
  const before = await tree()

  const move = await makeAnyChange(ctx, {
    kind: 'move',
    unitId: one!.id,
    parentId: districts[1]!.id,
    effectiveOn: LATER,
  })
  const name = { kind: 'rename', unitId: cells[0]!.id, name: 'Chi bộ Sau', effectiveOn: '2024-07-01' } as const
  const rename = await makeAnyChange(ctx, name)
  await expect(cancelling(move.id)).rejects.toMatchObject({ code: 'reorganisation.built-on' })
  const again = await makeAnyChange(ctx, { kind: 'rename', unitId: one!.id, name: 'Cùng ngày', effectiveOn: LATER })
  await cancelling(rename.id)
  await expect(cancelling(move.id)).rejects.toMatchObject({ code: 'reorganisation.built-on' })
  await cancelling(again.id)
  await cancelling(move.id)
  expect(await tree()).toEqual(before)

  const create = {
    kind: 'create',
    parentId: units.root.id,
    unitKind: 'committee',
    level: 'grassroots',
    name: 'Xã Mới',
    effectiveOn: LATER,
  } as const
  const made = await makeAnyChange(ctx, create)
  const [fresh] = await ctx.db.select().from(unit).where(eq(unit.name, 'Xã Mới'))
  const into = await makeAnyChange(ctx, {
    kind: 'move',
    unitId: cells[1]!.id,
    parentId: fresh!.id,
    effectiveOn: '2024-08-01',
  })
  await expect(cancelling(made.id)).rejects.toMatchObject({ code: 'reorganisation.built-on' })
  await cancelling(into.id)
  await cancelling(made.id)
  expect(await tree()).toEqual(before)
})

test('an earlier change is laid below a later one, and each is taken back by itself in its turn', async () => {
  const { ctx, communes, districts, cells } = province
  const before = await tree()
  const later = await makeAnyChange(ctx, {
    kind: 'rename',
    unitId: cells[0]!.id,
    name: 'Về sau',
    effectiveOn: '2024-09-01',
  })
  const planned = await tree()
  const earlier = await makeAnyChange(ctx, {
    kind: 'move',
    unitId: communes[0]!.id,
    parentId: districts[1]!.id,
    effectiveOn: LATER,
  })
  expect(await wrongs(ctx, [TODAY, LATER, '2024-09-01'])).toEqual([])
  await expect(cancelling(later.id)).rejects.toMatchObject({ code: 'reorganisation.built-on' })
  await cancelling(earlier.id)
  expect(await tree()).toEqual(planned)
  await cancelling(later.id)
  expect(await tree()).toEqual(before)
})

test('planned changes are listed by their days to those whose units they name', async () => {
  const { ctx, as, communes, districts } = province
  const planned = async (by: typeof ctx) => (await listChanges(by, { status: 'planned' })).changes.map(({ id }) => id)
  const late = await makeAnyChange(ctx, {
    kind: 'rename',
    unitId: communes[3]!.id,
    name: 'Muộn',
    effectiveOn: '2024-12-01',
  })
  const soon = await makeAnyChange(ctx, {
    kind: 'rename',
    unitId: communes[0]!.id,
    name: 'Sớm',
    effectiveOn: '2024-02-01',
  })
  expect(await planned(ctx)).toEqual([soon.id, late.id])
  const [first] = (await listChanges(ctx, { status: 'planned', size: 1 })).changes
  const { next } = await listChanges(ctx, { status: 'planned', size: 1 })
  expect(first!.id).toBe(soon.id)
  expect((await listChanges(ctx, { status: 'planned', size: 1, after: next })).changes.map(({ id }) => id)).toEqual([
    late.id,
  ])
  const officer = await as('organisation_dept', districts[0])
  expect(await planned(officer)).toEqual([soon.id])
  await expect(cancelChange(officer, { changeId: late.id })).rejects.toThrow(NotFound)
  await cancelChange(officer, { changeId: soon.id })
  await expect(listChanges(await as('unit_admin', districts[0]))).rejects.toThrow(NotFound)
})
