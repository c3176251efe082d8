import type { Unit } from '@sotay/domain/organisation'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { roleGrant } from '../accounts'
import { unit } from '../organisation'
import { appointCustodian } from './appoint-custodian'
import { endGrants } from './end-grants'
import { makeSeat, someDecision } from './factory'
import { handOverSeat } from './hand-over-seat'
import { listSeats } from './list-seats'
import { closeSeat, openSeat } from './open-seat'
import { printHandoverRecord } from './print-handover-record'
import { revokeCustody } from './revoke-custody'
import { custody } from './schema'
import { seatHistory } from './seat-history'
import { arrive } from './testing'

let tenant: TestTenant
let manager: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  tenant = await createTestTenant()
  manager = await tenant.as('organisation_dept', tenant.units.root)
})

const decision = someDecision()
const committee = () => tenant.make.unit({ parentId: tenant.units.root.id, level: 'grassroots' })
const outcome = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: { kind: string; code: string }) => (error.kind === 'not-found' ? 'not-found' : error.code),
  )

test('a seat stands at committees and agencies as the configuration says, as many as it says', async () => {
  const open = (place: Unit, role = 'unit_admin') =>
    outcome(openSeat(manager, { unitId: place.id, name: 'Tài khoản quản trị', role }))
  const place = await committee()
  expect(await Promise.all([open(place), open(place)]).then((both) => both.sort())).toEqual([
    'authority.seats-full',
    'done',
  ])
  expect(await open(tenant.units.cell, 'cell_secretary')).toBe('authority.no-seat-here')
  const [agency] = await tenant.ctx.db.select().from(unit).where(eq(unit.level, 'propaganda'))
  expect(await open(agency!)).toBe('authority.role-not-here')
  expect(await open(agency!, 'propaganda_dept')).toBe('done')
})

test('only who manages roles there opens, gives, takes or closes a seat', async () => {
  const place = await committee()
  const { seatId, custodyId } = await makeSeat(tenant.ctx, {
    unitId: place.id,
    memberId: (await tenant.make.member()).id,
  })
  const vacant = await committee()
  const person = await tenant.make.member()
  const narrow = await tenant.as('organisation_dept', tenant.units.grassroots)
  const below = [
    await tenant.as('unit_admin', tenant.units.root),
    await tenant.as('committee_secretary', tenant.units.root),
  ]
  for (const other of [narrow, ...below, await tenant.as('member'), await tenant.as('inspection', tenant.units.root)]) {
    const acts = [
      openSeat(other, { unitId: vacant.id, name: 'Tài khoản', role: 'unit_admin' }),
      appointCustodian(other, { seatId, memberId: person.id, decision }),
      handOverSeat(other, { seatId, memberId: person.id, decision }),
      revokeCustody(other, { custodyId: custodyId!, reason: 'không có quyền' }),
      closeSeat(other, { seatId }),
    ]
    expect(await Promise.all(acts.map(outcome))).toEqual(Array(5).fill('not-found'))
  }
  expect(await outcome(seatHistory(narrow, { seatId }))).toBe('not-found')
  expect(await outcome(seatHistory(below[0]!, { seatId }))).toBe('done')
})

test('a seat is given by decision, to somebody else, from today on', async () => {
  const { seatId } = await makeSeat(tenant.ctx, { unitId: (await committee()).id })
  const person = await tenant.make.member()
  await expect(appointCustodian(manager, { seatId, memberId: person.id })).rejects.toMatchObject({
    fields: { number: ['organisation.decision-number'] },
  })
  const own = { seatId, memberId: manager.actor.memberId, decision }
  expect(await outcome(appointCustodian(manager, own))).toBe('authority.own-role')
  const early = { seatId, memberId: person.id, decision, validFrom: '2024-01-10' }
  await expect(appointCustodian(manager, early)).rejects.toMatchObject({
    fields: { validFrom: ['authority.day-past'] },
  })
})

test('the custodian holds the seat’s role on exactly the custody’s days, signed in as themselves', async () => {
  const own = await createTestTenant()
  const person = await own.make.member()
  const device = await arrive(own.ctx, person.id)
  const at = own.units.grassroots.id
  const { id: seatId } = await openSeat(own.ctx, { unitId: at, name: 'Tài khoản quản trị', role: 'unit_admin' })
  const days = { validFrom: '2024-01-15', validUntil: '2024-01-20' }
  await appointCustodian(own.ctx, { seatId, memberId: person.id, decision, ...days })
  for (const [moment, held] of [
    ['2024-01-14T16:59:00Z', false],
    ['2024-01-14T17:01:00Z', true],
    ['2024-01-20T16:59:00Z', true],
    ['2024-01-20T17:01:00Z', false],
  ] as const) {
    own.clock.set(new Date(moment))
    expect(`${moment} ${(await device.roles()).includes(`unit_admin@${at}`)}`).toBe(`${moment} ${held}`)
  }
  own.clock.set(new Date('2024-01-16T03:00:00Z'))
  expect((await device.request()).actor.grants.at(-1)).toMatchObject({
    seat: true,
    unitName: own.units.grassroots.name,
  })
})

test('two officers who appoint at once: one wins, the other is told that the seat is taken', async () => {
  const other = await tenant.as('tenant_admin', tenant.units.root)
  const { seatId } = await makeSeat(tenant.ctx, { unitId: (await committee()).id })
  const people = [await tenant.make.member(), await tenant.make.member()]
  const outcomes = await Promise.all([
    outcome(appointCustodian(manager, { seatId, memberId: people[0]!.id, decision })),
    outcome(appointCustodian(other, { seatId, memberId: people[1]!.id, decision })),
  ])
  expect(outcomes.sort()).toEqual(['authority.seat-taken', 'done'])
  expect(await tenant.ctx.db.select().from(custody).where(eq(custody.seatId, seatId))).toHaveLength(1)
})

test('the database itself lets nobody hold a seat twice on a day', async () => {
  const { seatId, custodyId } = await makeSeat(tenant.ctx, {
    unitId: (await committee()).id,
    memberId: (await tenant.make.member()).id,
  })
  const [held] = await tenant.ctx.db.select().from(custody).where(eq(custody.id, custodyId!))
  const twin = { ...held!, id: crypto.randomUUID(), validFrom: '2024-02-01', seatId }
  await expect(tenant.ctx.db.insert(custody).values(twin)).rejects.toMatchObject({ cause: { code: '23P01' } })
})

test('a handing over leaves no day between and none twice', async () => {
  const own = await createTestTenant()
  const at = own.units.grassroots.id
  const [giver, taker] = [await own.make.member(), await own.make.member()]
  const [gives, takes] = [await arrive(own.ctx, giver.id), await arrive(own.ctx, taker.id)]
  const { seatId } = await makeSeat(own.ctx, { unitId: at, memberId: giver.id })
  own.clock.advance(10 * 24 * 60)
  const { begunId } = await handOverSeat(own.ctx, { seatId, memberId: taker.id, on: '2024-02-01', decision })
  const days: [string, number, number][] = [
    ['2024-01-31T16:59:00Z', 1, 0],
    ['2024-01-31T17:01:00Z', 0, 1],
  ]
  for (const [moment, first, second] of days) {
    own.clock.set(new Date(moment))
    expect([moment, (await gives.roles()).length, (await takes.roles()).length]).toEqual([moment, first, second])
  }
  const { custodies } = await seatHistory(own.ctx, { seatId })
  expect(custodies.map(({ name: _, ...row }) => [row.validFrom, row.validUntil, row.state])).toEqual([
    ['2024-02-01', null, 'current'],
    ['2024-01-11', '2024-01-31', 'ended'],
  ])
  expect((await printHandoverRecord(own.ctx, { custodyId: begunId })).subarray(0, 5).toString()).toBe('%PDF-')
})

test('handed over today, the one is out and the other in with the next request, even on the first day', async () => {
  const own = await createTestTenant()
  const [giver, taker, third] = [await own.make.member(), await own.make.member(), await own.make.member()]
  const [gives, takes] = [await arrive(own.ctx, giver.id), await arrive(own.ctx, taker.id)]
  const { seatId } = await makeSeat(own.ctx, { unitId: own.units.grassroots.id, memberId: giver.id })
  expect(await gives.roles()).toHaveLength(1)
  await handOverSeat(own.ctx, { seatId, memberId: taker.id, decision })
  expect(await gives.signedIn()).toBe(false)
  expect(await gives.roles()).toEqual([])
  expect(await takes.roles()).toHaveLength(1)
  const { custodies } = await seatHistory(own.ctx, { seatId })
  expect(custodies.map(({ state }) => state).sort()).toEqual(['cancelled', 'current'])
  const again = { seatId, memberId: taker.id, decision }
  expect(await outcome(handOverSeat(own.ctx, again))).toBe('authority.same-custodian')
  await handOverSeat(own.ctx, { seatId, memberId: third.id, on: '2024-03-01', decision })
  const between = { seatId, memberId: giver.id, on: '2024-02-01', decision }
  expect(await outcome(handOverSeat(own.ctx, between))).toBe('authority.seat-taken')
})

test('a revoked custodian has nothing from the next request on, and the seat is vacant', async () => {
  const own = await createTestTenant()
  const person = await own.make.member()
  const device = await arrive(own.ctx, person.id)
  const { seatId, custodyId } = await makeSeat(own.ctx, { unitId: own.units.grassroots.id, memberId: person.id })
  expect(await device.roles()).toHaveLength(1)
  expect(await outcome(closeSeat(own.ctx, { seatId }))).toBe('authority.seat-held')
  own.clock.advance(24 * 60)
  expect(await device.roles()).toHaveLength(1)
  await revokeCustody(own.ctx, { custodyId: custodyId!, reason: 'Chuyển công tác' })
  expect(await device.signedIn()).toBe(false)
  expect(await device.roles()).toEqual([])
  const twice = revokeCustody(own.ctx, { custodyId: custodyId!, reason: 'lần thứ hai' })
  expect(await outcome(twice)).toBe('authority.custody-over')
  expect((await listSeats(own.ctx, { state: 'vacant' })).seats.map(({ id }) => id)).toEqual([seatId])
  await closeSeat(own.ctx, { seatId })
  expect((await listSeats(own.ctx)).total).toBe(0)
})

test('a role that came with a seat ends with the seat alone', async () => {
  const person = await tenant.make.member()
  const { custodyId } = await makeSeat(tenant.ctx, { unitId: (await committee()).id, memberId: person.id })
  const [grant] = await tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.sourceId, custodyId!))
  expect(await outcome(endGrants(manager, { grantIds: [grant!.id] }))).toBe('authority.grant-from-elsewhere')
})

test('seats are listed by who holds them and whose days run out', async () => {
  const own = await createTestTenant()
  const under = (name: string) => own.make.unit({ parentId: own.units.root.id, level: 'grassroots', name })
  const person = await own.make.member({ fullName: 'Phạm Thị Bưởi' })
  await makeSeat(own.ctx, { unitId: (await under('Đảng bộ A')).id })
  await makeSeat(own.ctx, { unitId: (await under('Đảng bộ B')).id, memberId: person.id })
  const last = await own.make.member()
  await makeSeat(own.ctx, { unitId: (await under('Đảng bộ C')).id, memberId: last.id, validUntil: '2024-01-25' })
  const names = async (input: Parameters<typeof listSeats>[1]) =>
    (await listSeats(own.ctx, input)).seats.map(({ unitName }) => unitName)
  expect(await names({ state: 'vacant' })).toEqual(['Đảng bộ A'])
  expect(await names({ state: 'held' })).toEqual(['Đảng bộ B', 'Đảng bộ C'])
  expect(await names({ state: 'expiring' })).toEqual(['Đảng bộ C'])
  expect(await names({ search: 'thi buoi' })).toEqual(['Đảng bộ B'])
  const first = await listSeats(own.ctx, { size: 2 })
  expect(await names({ size: 2, after: first.next })).toEqual(['Đảng bộ C'])
})
