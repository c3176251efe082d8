import { randomBytes } from 'node:crypto'
import { type JobPorts, newId } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { createSession, loadActor } from '../accounts'
import { makeAccount } from '../accounts/factory'
import { roleGrant } from '../accounts/schema'
import { custody, seat, userGroup } from '../authority/schema'
import { asOf, unit } from '../organisation'
import { planChange, readChange } from '.'
import { makeAnyChange } from './factory'
import type { PlanChange } from './inputs'
import { settleChanges } from './settle-changes'
import { fourTiers, listing, type Province, TODAY, under, wrongs } from './testing-province'

const DAY = '2024-07-01'
const DAYS_BEFORE = ['2020-01-01', '2022-06-01', '2024-01-01', TODAY, '2024-06-30']
const noPorts: JobPorts = { sendText: async () => {} }
let province: Province
let abolition: Extract<PlanChange, { kind: 'abolish-level' }>
beforeAll(async () => {
  province = await fourTiers()
  abolition = {
    kind: 'abolish-level',
    level: 'district',
    unitIds: province.districts.map(({ id }) => id),
    effectiveOn: DAY,
    roles: ['committee_secretary'],
  }
})

const unitOf = async (id: string) => (await province.ctx.db.select().from(unit).where(eq(unit.id, id)))[0]!

async function openSeat(unitId: string, memberId: string): Promise<string> {
  const { db } = province.ctx
  const [id, createdAt] = [newId(), province.clock.now()]
  await db.insert(seat).values({ id, unitId, name: 'Quản trị', role: 'unit_admin', createdAt })
  await db.insert(custody).values({ id, seatId: id, memberId, validFrom: '2023-01-01' })
  return id
}

/** Somebody signed in who holds a role at a unit, as the site finds them at each request. */
async function officer(role: 'committee_secretary' | 'unit_admin' | 'organisation_dept', unitId: string) {
  const { ctx, make } = province
  const { id: memberId } = await make.member()
  const roles = [{ role, unitId, validFrom: '2022-01-01' }]
  const { accountId } = await makeAccount(ctx, { memberId, password: { hash: 'never compared' }, roles })
  const grants = async () => {
    const sessionHash = randomBytes(32).toString('hex')
    await createSession(ctx, { sessionHash, accountId, device: 'thử' })
    return (await loadActor(ctx, sessionHash))!.actor.grants.filter((grant) => grant.role !== 'member')
  }
  return { memberId, accountId, grants }
}

test('a tier that ends: planned with its counts, the years before untouched, and in force by itself on the day', async () => {
  const { ctx, districts, communes, cells, units, clock, make } = province
  const [one, two] = districts
  const secretary = await officer('committee_secretary', one!.id)
  const admin = await officer('unit_admin', two!.id)
  const seatId = await openSeat(two!.id, admin.memberId)
  await ctx.db.insert(userGroup).values({ id: seatId, unitId: one!.id, name: 'Tổ', createdAt: clock.now() })
  const before = await Promise.all(DAYS_BEFORE.map((day) => listing(ctx, day)))
  const wholeTree = await under(ctx, units.root.id, TODAY)

  const plan = await planChange(ctx, abolition)
  expect(plan.counts).toMatchObject({
    unitsEnded: 2,
    unitsRehomed: 4,
    unitsBelow: 8,
    membersBelow: 16,
    membersMoved: 0,
    rolesMoved: 1,
    rolesEnded: 1,
    seatsClosed: 1,
  })
  expect(plan.lines).toMatchObject([
    { name: one!.name, children: 2, members: 8, roles: 1, home: units.root.name },
    { name: two!.name, children: 2, members: 8, seats: 1, home: units.root.name },
  ])
  const made = await makeAnyChange(ctx, abolition)
  expect(made.status).toBe('planned')

  expect(await Promise.all(DAYS_BEFORE.map((day) => listing(ctx, day)))).toEqual(before)
  expect(await under(ctx, one!.id, '2024-01-01')).toEqual(await under(ctx, one!.id, '2024-06-30'))
  expect(await under(ctx, one!.id, '2024-01-01')).toContain('Chi bộ 1.2.2')
  expect(await under(ctx, units.root.id, DAY)).toEqual(wholeTree.filter((name) => !name.includes('huyện')))
  expect((await unitOf(communes[0]!.id)).parentId).toBe(one!.id)
  expect(await secretary.grants()).toMatchObject([{ unitId: one!.id }])
  expect(await unitOf(one!.id)).toMatchObject({ validUntil: '2024-06-30' })
  // Born after the plan was made: not on what will end, and below it at the place it will have.
  const child = { parentId: two!.id, level: 'grassroots', name: 'Đảng bộ xã Muộn' }
  await expect(make.unit(child)).rejects.toMatchObject({ code: 'organisation.parent-ended' })
  const late = await make.unit({
    parentId: communes[3]!.id,
    level: 'cell',
    kind: 'cell',
    name: 'Chi bộ Muộn',
    validFrom: TODAY,
  })
  expect(await wrongs(ctx, [...DAYS_BEFORE, DAY, '2025-01-01'])).toEqual([])
  await expect(settleChanges.handler(ctx, {}, noPorts)).resolves.toBeUndefined()
  expect((await unitOf(communes[0]!.id)).parentId).toBe(one!.id)

  clock.set(new Date('2024-06-30T17:05:00Z'))
  await Promise.all([settleChanges.handler(ctx, {}, noPorts), settleChanges.handler(ctx, {}, noPorts)])
  await settleChanges.handler(ctx, {}, noPorts)

  expect(await Promise.all(DAYS_BEFORE.slice(0, 3).map((day) => listing(ctx, day)))).toEqual(before.slice(0, 3))
  expect(await unitOf(communes[0]!.id)).toMatchObject({ parentId: units.root.id, validFrom: '2020-01-01' })
  expect((await unitOf(cells[7]!.id)).path.split('.')).toHaveLength(3)
  expect(await unitOf(one!.id)).toMatchObject({ validUntil: '2024-06-30' })
  expect(await readChange(ctx, { changeId: made.id })).toMatchObject({
    status: 'effective',
    counts: { rolesMoved: 1, rolesEnded: 1, seatsClosed: 1 },
  })
  expect(await secretary.grants()).toMatchObject([{ role: 'committee_secretary', unitId: units.root.id }])
  expect(await admin.grants()).toEqual([])
  expect((await unitOf(late.id)).path.split('.')).toHaveLength(3)
  expect(await wrongs(ctx, [...DAYS_BEFORE, DAY, '2025-01-01'])).toEqual([])

  const [closed] = await ctx.db.select().from(seat).where(eq(seat.id, seatId))
  expect(closed!.closedAt).not.toBeNull()
  const [held] = await ctx.db.select().from(custody).where(eq(custody.seatId, seatId))
  expect(held).toMatchObject({ validUntil: '2024-06-30', cancelled: false })
  const open = and(eq(roleGrant.unitId, two!.id), asOf(roleGrant, DAY))
  expect(await ctx.db.$count(roleGrant, open)).toBe(0)
})

test('a tier ends in part, into chosen homes, also for a past day; a cell of the tier is another act', async () => {
  const { ctx, units, districts, communes, make, clock } = await fourTiers()
  const [one, two] = districts
  const hospital = await make.unit({
    parentId: units.root.id,
    level: 'district',
    kind: 'cell',
    name: 'Chi bộ Bệnh viện',
  })
  const part: PlanChange = {
    ...abolition,
    unitIds: [one!.id],
    homes: { [one!.id]: two!.id },
    effectiveOn: '2023-05-01',
  }
  await expect(makeAnyChange(ctx, { ...part, unitIds: [hospital.id] })).rejects.toMatchObject({
    code: 'reorganisation.cell-in-level',
  })
  await expect(makeAnyChange(ctx, { ...part, unitIds: [communes[0]!.id] })).rejects.toMatchObject({
    code: 'reorganisation.other-level',
  })
  await expect(makeAnyChange(ctx, { ...part, unitIds: [one!.id, two!.id] })).rejects.toMatchObject({
    code: 'reorganisation.below-itself',
  })
  const before = await listing(ctx, '2023-04-30')
  expect(await makeAnyChange(ctx, part)).toMatchObject({ status: 'effective' })
  expect(await listing(ctx, '2023-04-30')).toEqual(before)
  expect(await under(ctx, two!.id, '2023-05-01')).toHaveLength(12)
  expect(await wrongs(ctx, ['2023-04-30', '2023-05-01', TODAY])).toEqual([])
  expect(clock.now()).toEqual(new Date('2024-01-11T03:00:00Z'))
})

test('units that would bear one name under their new home are told of, and the tier ends all the same', async () => {
  const { ctx, districts, make } = await fourTiers()
  for (const { id } of districts) await make.unit({ parentId: id, level: 'grassroots', name: 'Đảng bộ xã An' })
  const both: PlanChange = { ...abolition, unitIds: districts.map(({ id }) => id) }
  expect((await planChange(ctx, both)).sameNames).toEqual([{ name: 'Đảng bộ xã An', day: '01/07/2024' }])
  await expect(makeAnyChange(ctx, both)).resolves.toMatchObject({ status: 'planned' })
})
