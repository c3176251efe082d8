import { Conflict, Invalid, NotFound, newId } from '@sotay/kernel'
import { eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { roleGrant } from '../accounts'
import { decision, organisationChange, unit } from '../organisation'
import { makeChange, planChange, readChange } from '.'
import { anyDecision, makeAnyChange } from './factory'
import type { PlanChange } from './inputs'
import { fourTiers, listing, type Province, TODAY, under, versions, wrongs } from './testing-province'

let province: Province
beforeAll(async () => {
  province = await fourTiers()
})

type Merge = Extract<PlanChange, { kind: 'merge' }>
const today = async (id: string) => (await province.ctx.db.select().from(unit).where(eq(unit.id, id)))[0]!
const code = (reason: string) => expect.objectContaining({ code: `reorganisation.${reason}` })
const refused = (change: Parameters<typeof planChange>[1]) => expect(makeAnyChange(province.ctx, change)).rejects

describe('a name', () => {
  test('from a past day on, with its decision; the days before keep the old one', async () => {
    const { ctx, communes } = province
    const { id: unitId, name } = communes[0]!
    const made = await makeAnyChange(ctx, { kind: 'rename', unitId, name: 'Đảng bộ xã Mới', effectiveOn: '2023-05-01' })
    expect(made.status).toBe('effective')
    expect(await today(unitId)).toMatchObject({ name: 'Đảng bộ xã Mới', validFrom: '2020-01-01', validUntil: null })
    const names = async (day: string) => (await listing(ctx, day)).find((line) => line.startsWith(unitId))
    expect(await names('2023-04-30')).toContain(name)
    expect(await names('2023-05-01')).toContain('Đảng bộ xã Mới')
    const read = await readChange(ctx, { changeId: made.id })
    expect(read).toMatchObject({ kind: 'rename', status: 'effective', decision: { number: anyDecision.number } })
    expect(read.units).toEqual([expect.objectContaining({ fate: 'renamed', before: name, after: 'Đảng bộ xã Mới' })])
  })

  test('is not one that a unit beside it bears, nor the same again', async () => {
    const { communes } = province
    const { id: unitId } = communes[2]!
    const rename = (name: string) => ({ kind: 'rename', unitId, name, effectiveOn: TODAY }) as const
    await refused(rename(communes[3]!.name.toUpperCase())).toEqual(code('same-name'))
    await refused(rename(communes[2]!.name)).toEqual(code('nothing-changes'))
    await refused({ kind: 'rename', unitId: newId(), name: 'Không có', effectiveOn: TODAY }).toThrow(NotFound)
    await refused(rename(' ')).toThrow()
  })
})

describe('a move', () => {
  test('takes all below along from its day on; a change before it is refused, a change after it builds on it', async () => {
    const { ctx, districts, communes, cells } = province
    const [first, second] = districts
    const { id: unitId } = communes[1]!
    await makeAnyChange(ctx, { kind: 'move', unitId, parentId: second!.id, effectiveOn: '2023-09-01' })
    expect(await under(ctx, first!.id, '2023-08-31')).toContain('Chi bộ 1.2.1')
    expect(await under(ctx, first!.id, '2023-09-01')).not.toContain('Chi bộ 1.2.1')
    expect((await today(cells[2]!.id)).path).toBe(
      (await today(second!.id)).path + cells[2]!.path.slice(first!.path.length),
    )
    const back = { kind: 'move', unitId, parentId: first!.id } as const
    await refused({ ...back, effectiveOn: '2023-08-01' }).toEqual(code('later-change'))
    await makeAnyChange(ctx, { ...back, effectiveOn: '2023-12-01' })
    expect(await under(ctx, first!.id, '2023-12-01')).toEqual(await under(ctx, first!.id, '2023-08-31'))
  })

  test('goes nowhere below itself, to a cell, to a level that cannot hold it, or to what is not there', async () => {
    const { ctx, districts, communes, cells, units } = province
    const move = (unitId: string, parentId: string) => ({ kind: 'move', unitId, parentId, effectiveOn: TODAY }) as const
    await refused(move(districts[1]!.id, communes[2]!.id)).toEqual(code('below-itself'))
    await refused(move(districts[1]!.id, districts[1]!.id)).toEqual(code('below-itself'))
    await refused(move(units.root.id, districts[0]!.id)).toEqual(code('root'))
    await refused(move(cells[4]!.id, cells[5]!.id)).toEqual(
      expect.objectContaining({ code: 'organisation.holds-nothing' }),
    )
    await refused(move(communes[2]!.id, communes[3]!.id)).toEqual(
      expect.objectContaining({ code: 'organisation.level-order' }),
    )
    await refused({ ...move(communes[2]!.id, districts[0]!.id), effectiveOn: '2019-12-31' }).toEqual(code('not-yet'))
    const ending = await province.make.unit({
      parentId: units.root.id,
      level: 'district',
      name: 'Sắp hết',
      validUntil: '2024-06-30',
    })
    await refused(move(communes[2]!.id, ending.id)).toEqual(code('ends'))
    await refused({ ...move(communes[2]!.id, ending.id), effectiveOn: '2024-07-01' }).toEqual(code('ended'))
    expect(await wrongs(ctx, [TODAY, '2024-07-01'])).toEqual([])
  })
})

test('a unit begins on a day by decision, not at a level closed by then', async () => {
  const { ctx, districts, units } = province
  const cell = {
    kind: 'create',
    parentId: districts[1]!.id,
    unitKind: 'cell',
    level: 'cell',
    name: 'Chi bộ cơ sở Chợ',
  } as const
  await makeAnyChange(ctx, { ...cell, effectiveOn: '2023-02-01' })
  expect(await under(ctx, districts[1]!.id, '2023-01-31')).not.toContain(cell.name)
  expect(await under(ctx, districts[1]!.id, '2023-02-01')).toContain(cell.name)
  const district = {
    kind: 'create',
    parentId: units.root.id,
    unitKind: 'committee',
    level: 'district',
    name: 'Huyện 3',
  } as const
  await refused({ ...district, effectiveOn: '2025-07-01' }).toEqual(
    expect.objectContaining({ code: 'organisation.level-closed' }),
  )
})

test('a split puts those chosen into the new cells from its day on; the rest stay', async () => {
  const { ctx, make, communes } = province
  const old = await make.unit({ parentId: communes[3]!.id, level: 'cell', kind: 'cell', name: 'Chi bộ Chung' })
  const people = await Promise.all([1, 2, 3].map(() => make.member({ unitId: old.id, memberSince: '2023-01-01' })))
  const [one, two, three] = people.map(({ id }) => id)
  const split = (memberIds: string[]): PlanChange => ({
    kind: 'split',
    unitId: old.id,
    into: [
      { name: 'Chi bộ A', memberIds: [one!] },
      { name: 'Chi bộ B', memberIds },
    ],
    effectiveOn: '2023-06-01',
  })
  await refused(split([one!])).toEqual(code('twice'))
  await refused(split([newId()])).toEqual(code('not-in-cell'))
  const office = { memberId: two!, role: 'cell_deputy' as const, validFrom: '2023-01-01', grantedBy: 'thử' }
  await ctx.db.insert(roleGrant).values([
    { ...office, id: newId(), unitId: old.id },
    { ...office, id: newId(), unitId: communes[3]!.id },
    { ...office, id: newId(), unitId: old.id, memberId: three! },
  ])
  const plan = await planChange(ctx, split([two!]))
  expect(plan.counts).toMatchObject({ unitsCreated: 2, membersMoved: 2, rolesEnded: 1 })
  await makeAnyChange(ctx, split([two!]))
  const of = async (id: string, day: string) => {
    const [, unitId] = (await listing(ctx, day)).find((line) => line.startsWith(`${id} |`))!.split(' | ')
    return (await today(unitId!)).name
  }
  expect(await of(one!, '2023-05-31')).toBe('Chi bộ Chung')
  expect(await of(one!, '2023-06-01')).toBe('Chi bộ A')
  expect(await of(two!, TODAY)).toBe('Chi bộ B')
  expect(await of(three!, TODAY)).toBe('Chi bộ Chung')
  const held = await ctx.db
    .select()
    .from(roleGrant)
    .where(inArray(roleGrant.memberId, [two!, three!]))
  const left = held.filter(({ validUntil }) => validUntil === '2023-05-31')
  expect(left).toMatchObject([{ memberId: two, unitId: old.id, endedBy: expect.stringMatching(/^change:/) }])
  expect(held).toHaveLength(3)
})

test('a merger ends the others and moves whoever is in them then or came later', async () => {
  const { ctx, make, communes } = province
  const cell = (name: string) => make.unit({ parentId: communes[3]!.id, level: 'cell', kind: 'cell', name })
  const [one, two, other] = [await cell('Chi bộ 7'), await cell('Chi bộ 8'), communes[0]!]
  const early = await make.member({ unitId: one.id, memberSince: '2022-01-01' })
  const late = await make.member({ unitId: one.id, memberSince: '2023-11-01' })
  const merge: Merge = { kind: 'merge', unitIds: [one.id, two.id], effectiveOn: '2023-10-01' }
  await refused(merge).toThrow(Invalid)
  await refused({ ...merge, unitIds: [one.id, other.id], name: 'Gì' }).toEqual(code('unlike-units'))
  await refused({ ...merge, unitIds: [one.id], targetId: one.id }).toEqual(code('nothing-to-merge'))
  await makeAnyChange(ctx, { ...merge, targetId: two.id })
  expect(await today(one.id)).toMatchObject({ validUntil: '2023-09-30' })
  const cellOf = async (id: string, day: string) =>
    (await listing(ctx, day)).find((line) => line.startsWith(`${id} |`))?.split(' | ')[1]
  expect([await cellOf(early.id, '2023-09-30'), await cellOf(early.id, '2023-10-01')]).toEqual([one.id, two.id])
  expect([await cellOf(late.id, '2023-10-31'), await cellOf(late.id, '2023-11-01')]).toEqual([undefined, two.id])
  const three = await cell('Chi bộ 9')
  await makeAnyChange(ctx, { kind: 'merge', unitIds: [two.id, three.id], name: 'Chi bộ 8', effectiveOn: TODAY })
  expect(await under(ctx, communes[3]!.id, TODAY)).not.toContain('Chi bộ 9')
  expect(await cellOf(early.id, TODAY)).not.toBe(two.id)
})

test('a cell is dissolved into another, a committee into its parent or where it is told', async () => {
  const { ctx, make, districts } = province
  const commune = await make.unit({ parentId: districts[0]!.id, level: 'grassroots', name: 'Đảng bộ xã Tan' })
  const [one, two] = await Promise.all(
    ['Chi bộ I', 'Chi bộ II'].map((name) => make.unit({ parentId: commune.id, level: 'cell', kind: 'cell', name })),
  )
  const person = await make.member({ unitId: one!.id, memberSince: '2023-01-01' })
  const dissolve = { kind: 'dissolve', unitId: one!.id, effectiveOn: TODAY } as const
  await refused(dissolve).toThrow(Invalid)
  await refused({ ...dissolve, membersTo: commune.id }).toEqual(code('not-a-cell'))
  await refused({ ...dissolve, membersTo: one!.id }).toEqual(code('below-itself'))
  await makeAnyChange(ctx, { ...dissolve, membersTo: two!.id })
  await makeAnyChange(ctx, { kind: 'dissolve', unitId: commune.id, effectiveOn: TODAY })
  expect((await today(two!.id)).parentId).toBe(districts[0]!.id)
  expect(await wrongs(ctx, ['2023-06-01', '2024-01-10', TODAY])).toEqual([])
  expect((await listing(ctx, TODAY)).find((line) => line.startsWith(`${person.id} |`))).toContain(two!.id)
  await refused({ kind: 'rename', unitId: commune.id, name: 'Lại', effectiveOn: TODAY }).toEqual(code('ended'))
})

test('two changes of one day both hold, in the order in which they were made', async () => {
  const { ctx, districts, communes } = province
  const { id: unitId } = communes[2]!
  await makeAnyChange(ctx, { kind: 'move', unitId, parentId: districts[0]!.id, effectiveOn: TODAY })
  await makeAnyChange(ctx, { kind: 'rename', unitId, name: 'Đảng bộ xã Cùng ngày', effectiveOn: TODAY })
  expect(await today(unitId)).toMatchObject({ parentId: districts[0]!.id, name: 'Đảng bộ xã Cùng ngày' })
  expect(await under(ctx, districts[1]!.id, '2024-01-10')).toContain(communes[2]!.name)
  expect(await wrongs(ctx, ['2024-01-10', TODAY])).toEqual([])
})

test('the plan says what will be and writes nothing; one that comes out otherwise by then is refused', async () => {
  const { ctx, make, cells } = province
  const change = { kind: 'dissolve', unitId: cells[6]!.id, membersTo: cells[7]!.id, effectiveOn: '2024-03-01' } as const
  const count = () => Promise.all([ctx.db.$count(decision), ctx.db.$count(organisationChange), versions(ctx)])
  const before = await count()
  const plan = await planChange(ctx, change)
  expect(plan).toMatchObject({ counts: { unitsEnded: 1, membersMoved: 2 }, lines: [{ ends: true, members: 2 }] })
  expect(await count()).toEqual(before)
  expect((await planChange(ctx, change)).mark).toBe(plan.mark)
  await make.member({ unitId: cells[6]!.id })
  const stale = makeChange(ctx, { change, decision: anyDecision, seen: plan.mark })
  await expect(stale).rejects.toEqual(code('plan-changed'))
  expect(await count()).toEqual(before)
  const { mark } = await planChange(ctx, change)
  expect(await makeChange(ctx, { change, decision: anyDecision, seen: mark })).toMatchObject({ status: 'planned' })
})

test('of two officers who change overlapping parts at once one wins, and the other is told why', async () => {
  const { ctx, communes, cells, make } = province
  const target = await make.unit({ parentId: communes[0]!.id, level: 'cell', kind: 'cell', name: 'Chi bộ Đích' })
  const dissolve: PlanChange = { kind: 'dissolve', unitId: cells[0]!.id, membersTo: cells[1]!.id, effectiveOn: TODAY }
  const merge: Merge = { kind: 'merge', unitIds: [cells[0]!.id, target.id], targetId: target.id, effectiveOn: TODAY }
  const outcomes = await Promise.allSettled(
    [dissolve, merge, dissolve, merge].map((change) => makeAnyChange(ctx, change)),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Conflict)
  expect(await wrongs(ctx, ['2024-01-10', TODAY])).toEqual([])
})

describe('who may', () => {
  test.each(['organisation_dept', 'tenant_admin'] as const)('%s, within the unit of the office', async (role) => {
    const { ctx, districts, communes, as } = province
    const officer = await as(role, await today(districts[1]!.id))
    const inside = await province.make.unit({ parentId: districts[1]!.id, level: 'grassroots', name: `Xã của ${role}` })
    const rename = (unitId: string) =>
      ({ kind: 'rename', unitId, name: `Tên của ${role}`, effectiveOn: TODAY }) as const
    await makeAnyChange(officer, rename(inside.id))
    const outside = communes[0]!.id
    await expect(makeAnyChange(officer, rename(outside))).rejects.toThrow(NotFound)
    await expect(
      planChange(officer, { kind: 'move', unitId: inside.id, parentId: districts[0]!.id, effectiveOn: TODAY }),
    ).rejects.toThrow(NotFound)
    expect((await listing(ctx, TODAY)).some((line) => line.includes(`Tên của ${role}`))).toBe(true)
  })
  test.each(['member', 'cell_secretary', 'committee_secretary', 'unit_admin', 'editor', 'inspection'] as const)(
    'not %s',
    async (role) => {
      const { units, communes, as } = province
      const change = { kind: 'rename', unitId: communes[3]!.id, name: 'Ai cho', effectiveOn: TODAY } as const
      await expect(makeAnyChange(await as(role, units.root), change)).rejects.toThrow(NotFound)
    },
  )
})
