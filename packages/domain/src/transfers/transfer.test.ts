import { roleGrant } from '@sotay/domain/accounts'
import { makeAccount } from '@sotay/domain/accounts/factory'
import { member, membership } from '@sotay/domain/members'
import { type Unit, unit } from '@sotay/domain/organisation'
import type { MemberActor, TenantContext } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { acceptTransfer, confirmTransfer, turnDownTransfer, withdrawTransfer } from './answer-transfer'
import { cancelTransfer, decideTransfer, redirectTransfer } from './decide-transfer'
import { makeDecision, makeTransfer } from './factory'
import { countMyTransfers, listTransfers } from './list-transfers'
import { readTransferLetter } from './read-letter'
import { readOwnTransfers, readTransfer } from './read-transfer'
import { requestOwnTransfer, requestTransfer } from './request-transfer'
import { takeDueTransfers } from './take-effect'

let tenant: TestTenant
let sister: Unit
let far: Unit
let farGrassroots: Unit
let secretary: TenantContext
let sisterSecretary: TenantContext
let committee: TenantContext

const gone = { kind: 'not-found' }
const reason = 'Thay đổi nơi cư trú'
const conflict = (code: string) => ({ kind: 'conflict', code: `transfers.${code}` })

beforeAll(async () => {
  tenant = await createTestTenant()
  const { root, grassroots, cell } = tenant.units
  sister = await tenant.make.unit({ parentId: grassroots.id, level: 'cell', kind: 'cell', name: 'Chi bộ bạn' })
  farGrassroots = await tenant.make.unit({ parentId: root.id, level: 'grassroots', name: 'Đảng bộ xa' })
  far = await tenant.make.unit({ parentId: farGrassroots.id, level: 'cell', kind: 'cell', name: 'Chi bộ xa' })
  secretary = await tenant.as('cell_secretary', cell)
  sisterSecretary = await tenant.as('cell_secretary', sister)
  committee = await tenant.as('committee_secretary', grassroots)
})

const someone = () => tenant.make.member({ memberSince: '2020-01-01' })
const asMember = async () => {
  const person = await someone()
  const seen = await tenant.as('member')
  return { ...seen, actor: { ...seen.actor, memberId: person.id } as MemberActor }
}
const today = '2024-01-11'
const decision = () => ({ ...makeDecision(tenant.ctx), effectiveOn: today })
const placesOf = (memberId: string) =>
  tenant.ctx.db.select().from(membership).where(eq(membership.memberId, memberId)).orderBy(asc(membership.validFrom))
const homeOf = async (memberId: string) =>
  (await tenant.ctx.db.select().from(member).where(eq(member.id, memberId)))[0]!.unitId

test('from the member’s wish to the new cell, each step by its own officer and nobody else', async () => {
  const person = await asMember()
  const { memberId } = person.actor
  const { id: transferId } = await requestOwnTransfer(person, { kind: 'permanent', toUnitId: sister.id, reason })
  for (const other of [sisterSecretary, await tenant.as('cell_secretary', far), person]) {
    await expect(confirmTransfer(other, { transferId })).rejects.toMatchObject(gone)
  }
  await confirmTransfer(secretary, { transferId })
  await expect(acceptTransfer(secretary, { transferId })).rejects.toMatchObject(gone)
  await expect(confirmTransfer(secretary, { transferId })).rejects.toMatchObject(conflict('state-changed'))
  await acceptTransfer(sisterSecretary, { transferId })
  for (const other of [secretary, sisterSecretary, person, await tenant.as('committee_secretary', farGrassroots)]) {
    await expect(decideTransfer(other, { transferId, ...decision() })).rejects.toMatchObject(gone)
  }
  await expect(
    decideTransfer(await tenant.as('committee_secretary', tenant.units.root), { transferId, ...decision() }),
  ).rejects.toMatchObject(gone)
  expect(await homeOf(memberId)).toBe(tenant.units.cell.id)
  await decideTransfer(committee, { transferId, ...decision() })
  expect(await homeOf(memberId)).toBe(sister.id)
  expect(await placesOf(memberId)).toMatchObject([
    { unitId: tenant.units.cell.id, validUntil: '2024-01-10' },
    { unitId: sister.id, validFrom: today, validUntil: null, cause: transferId },
  ])
  const [own] = await readOwnTransfers(person)
  expect(own?.steps.map(({ status }) => status)).toEqual(['requested', 'confirmed', 'accepted', 'decided', 'effective'])
  expect(own).toMatchObject({ status: 'effective', fromName: tenant.units.cell.name, toName: 'Chi bộ bạn', acts: [] })
})

test('between grassroots the province decides; the secretary who asks for a member confirms by asking', async () => {
  const person = await someone()
  const { id: transferId } = await requestTransfer(secretary, {
    memberId: person.id,
    kind: 'permanent',
    toUnitId: far.id,
    reason,
  })
  expect((await readTransfer(secretary, { transferId })).status).toBe('confirmed')
  await acceptTransfer(await tenant.as('cell_secretary', far), { transferId })
  await expect(decideTransfer(committee, { transferId, ...decision() })).rejects.toMatchObject(gone)
  const province = await tenant.as('organisation_dept', tenant.units.root)
  expect((await listTransfers(province)).lines.map(({ id }) => id)).toContain(transferId)
  await decideTransfer(province, { transferId, ...decision() })
  expect(await homeOf(person.id)).toBe(far.id)
})

test('nobody answers for themselves', async () => {
  const own = await tenant.as('cell_secretary', tenant.units.cell)
  const { id: transferId } = await requestOwnTransfer(own, { kind: 'permanent', toUnitId: sister.id, reason })
  await expect(confirmTransfer(own, { transferId })).rejects.toMatchObject(gone)
  expect((await listTransfers(own)).lines.map(({ id }) => id)).not.toContain(transferId)
  await confirmTransfer(committee, { transferId })
})

test('a member outside the actor’s cell cannot be asked for, nor seen', async () => {
  const stranger = await tenant.make.member({ unitId: far.id })
  const wish = { memberId: stranger.id, kind: 'permanent' as const, toUnitId: sister.id, reason }
  await expect(requestTransfer(secretary, wish)).rejects.toMatchObject(gone)
  const { id: transferId } = await makeTransfer(tenant.ctx, { memberId: stranger.id, toUnitId: farGrassrootsCell().id })
  await expect(readTransfer(secretary, { transferId })).rejects.toMatchObject(gone)
  await expect(readTransferLetter(secretary, { transferId })).rejects.toMatchObject(gone)
  const all = await listTransfers(secretary, { view: 'under-way' })
  expect(all.lines.map(({ id }) => id)).not.toContain(transferId)
})
const farGrassrootsCell = () => sister

test('a later day takes effect by itself, and only then', async () => {
  const person = await someone()
  const { id: transferId } = await makeTransfer(tenant.ctx, {
    memberId: person.id,
    toUnitId: sister.id,
    upTo: 'decided',
    decision: { effectiveOn: '2024-01-20' },
  })
  await takeDueTransfers.handler(tenant.ctx, {} as never, { sendText: async () => {} })
  expect(await homeOf(person.id)).toBe(tenant.units.cell.id)
  const then = { ...tenant.ctx, clock: { now: () => new Date('2024-01-20T00:05:00+07:00') } }
  for (const _ of [1, 2]) await takeDueTransfers.handler(then, {} as never, { sendText: async () => {} })
  expect(await homeOf(person.id)).toBe(sister.id)
  expect((await readTransfer(tenant.ctx, { transferId })).status).toBe('effective')
})

test('what was due over several nights without a worker is done with its own days, each once', async () => {
  const [one, two] = [await someone(), await someone()]
  const due = (memberId: string, effectiveOn: string) =>
    makeTransfer(tenant.ctx, { memberId, toUnitId: sister.id, upTo: 'decided', decision: { effectiveOn } })
  await due(one.id, '2024-01-15')
  await due(two.id, '2024-01-17')
  const later = { ...tenant.ctx, clock: { now: () => new Date('2024-01-19T06:00:00+07:00') } }
  const run = () => takeDueTransfers.handler(later, {} as never, { sendText: async () => {} })
  await Promise.all([run(), run()])
  for (const [memberId, last, first] of [
    [one.id, '2024-01-14', '2024-01-15'],
    [two.id, '2024-01-16', '2024-01-17'],
  ] as const) {
    expect(await homeOf(memberId)).toBe(sister.id)
    expect(await placesOf(memberId)).toMatchObject([{ validUntil: last }, { validFrom: first, validUntil: null }])
  }
})

test('a cell that ended in those nights takes nobody: the transfer waits for another', async () => {
  const own = await createTestTenant()
  const goal = await own.make.unit({ parentId: own.units.grassroots.id, level: 'cell', kind: 'cell' })
  const person = await own.make.member({ memberSince: '2020-01-01' })
  const { id: transferId } = await makeTransfer(own.ctx, {
    memberId: person.id,
    toUnitId: goal.id,
    upTo: 'decided',
    decision: { effectiveOn: '2024-01-15' },
  })
  await own.ctx.db.update(unit).set({ validUntil: '2024-01-16' }).where(eq(unit.id, goal.id))
  own.clock.set(new Date('2024-01-19T06:00:00+07:00'))
  await takeDueTransfers.handler(own.ctx, {} as never, { sendText: async () => {} })
  expect(await readTransfer(own.ctx, { transferId })).toMatchObject({ status: 'decided', blocked: 'cell-ended' })
})

test('a temporary one stands beside the primary cell, within the province’s months, and not twice at once', async () => {
  const person = await someone()
  const asked = { memberId: person.id, kind: 'temporary' as const, toUnitId: sister.id, reason, from: today }
  await expect(requestTransfer(secretary, { ...asked, until: '2025-01-12' })).rejects.toMatchObject({
    fields: { until: ['transfers.too-long'] },
  })
  await expect(requestTransfer(secretary, { ...asked, until: '2024-01-01' })).rejects.toThrow()
  await makeTransfer(tenant.ctx, { ...asked, until: '2024-06-30', upTo: 'decided' })
  expect(await homeOf(person.id)).toBe(tenant.units.cell.id)
  expect(await placesOf(person.id)).toMatchObject([
    { kind: 'primary', unitId: tenant.units.cell.id, validUntil: null },
    { kind: 'temporary', unitId: sister.id, validFrom: today, validUntil: '2024-06-30' },
  ])
  await expect(
    makeTransfer(tenant.ctx, { ...asked, toUnitId: far.id, until: '2024-03-01', upTo: 'decided' }),
  ).rejects.toMatchObject({ kind: 'conflict' })
})

test('whoever stayed for a time and is then of the cell is not counted there twice', async () => {
  const person = await someone()
  const stay = { kind: 'temporary' as const, from: today, until: '2024-06-30' }
  await makeTransfer(tenant.ctx, { memberId: person.id, toUnitId: sister.id, ...stay, upTo: 'decided' })
  await makeTransfer(tenant.ctx, { memberId: person.id, toUnitId: sister.id, upTo: 'decided' })
  expect((await placesOf(person.id)).filter(({ unitId }) => unitId === sister.id)).toMatchObject([{ kind: 'primary' }])
})

test('offices of the old cell end with the move; the check before says so', async () => {
  const person = await someone()
  const { cell, grassroots } = tenant.units
  const held = [
    { role: 'cell_deputy' as const, unitId: cell.id, validFrom: '2023-01-01' },
    { role: 'editor' as const, unitId: grassroots.id, validFrom: '2023-01-01' },
  ]
  await makeAccount(tenant.ctx, { memberId: person.id, password: { hash: 'never compared' }, roles: held })
  const { id: transferId } = await makeTransfer(tenant.ctx, {
    memberId: person.id,
    toUnitId: sister.id,
    upTo: 'accepted',
  })
  expect((await readTransfer(committee, { transferId })).offices).toEqual(['Phó bí thư chi bộ'])
  await decideTransfer(committee, { transferId, ...decision() })
  const grants = await tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.memberId, person.id))
  expect(grants.find(({ role }) => role === 'cell_deputy')).toMatchObject({
    validUntil: '2024-01-10',
    endedBy: `transfer:${transferId}`,
  })
  expect(grants.find(({ role }) => role === 'editor')?.validUntil).toBeNull()
})

test('each step may be returned or refused with a reason, and the member may ask again; a withdrawal ends it before the decision', async () => {
  const person = await asMember()
  const wish = { kind: 'permanent' as const, toUnitId: sister.id, reason }
  const first = await requestOwnTransfer(person, wish)
  await expect(
    turnDownTransfer(sisterSecretary, { transferId: first.id, how: 'refused', reason }),
  ).rejects.toMatchObject(conflict('state-changed'))
  await turnDownTransfer(secretary, { transferId: first.id, how: 'returned', reason: 'Ghi rõ nơi ở mới' })
  const second = await requestOwnTransfer(person, wish)
  await confirmTransfer(secretary, { transferId: second.id })
  await turnDownTransfer(sisterSecretary, { transferId: second.id, how: 'refused', reason: 'Chưa đủ hồ sơ' })
  const third = await requestOwnTransfer(person, wish)
  await withdrawTransfer(person, { transferId: third.id })
  await expect(withdrawTransfer(person, { transferId: third.id })).rejects.toMatchObject(conflict('state-changed'))
  const own = await readOwnTransfers(person)
  expect(own.map(({ status }) => status)).toEqual(expect.arrayContaining(['withdrawn', 'refused', 'returned']))
  expect(own.find(({ id }) => id === first.id)?.steps.at(-1)?.note).toBe('Ghi rõ nơi ở mới')
})

test('of two requests at once one stands, and of two officers one decides', async () => {
  const person = await asMember()
  const wish = { kind: 'permanent' as const, toUnitId: sister.id, reason }
  const asked = await Promise.allSettled([
    requestOwnTransfer(person, wish),
    requestTransfer(secretary, { memberId: person.actor.memberId, ...wish, toUnitId: far.id }),
    requestOwnTransfer(person, { ...wish, toUnitId: far.id }),
  ])
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of asked) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(conflict('under-way'))
  }
  const other = await someone()
  const { id: transferId } = await makeTransfer(tenant.ctx, {
    memberId: other.id,
    toUnitId: sister.id,
    upTo: 'accepted',
  })
  const officers = [committee, await tenant.as('unit_admin', tenant.units.grassroots)]
  const decided = await Promise.allSettled(
    officers.map((officer) => decideTransfer(officer, { transferId, ...decision() })),
  )
  expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('letters of one committee are numbered one after another, also when two are decided at once', async () => {
  const people = await Promise.all([someone(), someone(), someone()])
  const ready = await Promise.all(
    people.map(({ id }) => makeTransfer(tenant.ctx, { memberId: id, toUnitId: sister.id, upTo: 'accepted' })),
  )
  await Promise.all(ready.map(({ id }) => decideTransfer(committee, { transferId: id, ...decision() })))
  const letters = await Promise.all(ready.map(({ id }) => readTransferLetter(committee, { transferId: id })))
  const numbers = letters.map(({ number }) => Number(number.split('/')[0])).sort((a, b) => a - b)
  expect(numbers).toEqual([numbers[0], numbers[0]! + 1, numbers[0]! + 2])
})

test('when the new cell has ended meanwhile nothing moves, and the way on is another cell', async () => {
  const doomed = await tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
  const person = await someone()
  const { id: transferId } = await makeTransfer(tenant.ctx, {
    memberId: person.id,
    toUnitId: doomed.id,
    upTo: 'accepted',
  })
  await tenant.ctx.db.update(unit).set({ validUntil: '2024-01-10' }).where(eq(unit.id, doomed.id))
  await expect(decideTransfer(committee, { transferId, ...decision() })).rejects.toMatchObject({
    code: 'members.cell-ended',
  })
  expect(await readTransfer(committee, { transferId })).toMatchObject({ status: 'accepted', blocked: 'cell-ended' })
  await redirectTransfer(committee, { transferId, toUnitId: sister.id, reason: 'Chi bộ đã giải thể' })
  await acceptTransfer(sisterSecretary, { transferId })
  await decideTransfer(committee, { transferId, ...decision() })
  expect(await homeOf(person.id)).toBe(sister.id)
})

test('when the old cell was merged away, the cell the member is in now answers', async () => {
  const old = await tenant.make.unit({ parentId: farGrassroots.id, level: 'cell', kind: 'cell' })
  const person = await tenant.make.member({ unitId: old.id, memberSince: '2020-01-01' })
  const { id: transferId } = await makeTransfer(tenant.ctx, { memberId: person.id, toUnitId: sister.id })
  await tenant.ctx.db.update(member).set({ unitId: far.id }).where(eq(member.id, person.id))
  await tenant.ctx.db.update(membership).set({ unitId: far.id }).where(eq(membership.memberId, person.id))
  await expect(confirmTransfer(await tenant.as('cell_secretary', old), { transferId })).rejects.toMatchObject(gone)
  await confirmTransfer(await tenant.as('cell_secretary', far), { transferId })
  await acceptTransfer(sisterSecretary, { transferId })
  await decideTransfer(await tenant.as('unit_admin', tenant.units.root), { transferId, ...decision() })
  expect(await homeOf(person.id)).toBe(sister.id)
})

test('a decision for later can be taken back before its day', async () => {
  const person = await someone()
  const later = { upTo: 'decided' as const, decision: { effectiveOn: '2024-02-01' } }
  const { id: transferId } = await makeTransfer(tenant.ctx, { memberId: person.id, toUnitId: sister.id, ...later })
  await expect(cancelTransfer(secretary, { transferId, reason })).rejects.toMatchObject(gone)
  await cancelTransfer(committee, { transferId, reason: 'Đồng chí xin ở lại' })
  expect((await readTransfer(committee, { transferId })).status).toBe('refused')
  await makeTransfer(tenant.ctx, { memberId: person.id, toUnitId: sister.id })
})

test.each([
  ['no cell', { kind: 'permanent', reason }],
  ['no reason', { kind: 'permanent', toUnitId: '018d0000-0000-7000-8000-000000000000', reason: ' ' }],
  ['no place elsewhere', { kind: 'out', reason }],
  [
    'a day that is none',
    {
      kind: 'temporary',
      toUnitId: '018d0000-0000-7000-8000-000000000000',
      reason,
      from: '2024-02-30',
      until: '2024-03-01',
    },
  ],
] as const)('%s is refused', async (_, wish) => {
  await expect(requestOwnTransfer(await asMember(), wish)).rejects.toThrow()
})

test('a committee, an unknown cell and one’s own are no destinations', async () => {
  const person = await asMember()
  const wish = (toUnitId: string) => requestOwnTransfer(person, { kind: 'permanent', toUnitId, reason })
  await expect(wish(tenant.units.grassroots.id)).rejects.toMatchObject({ code: 'members.not-a-cell' })
  await expect(wish('018d0000-0000-7000-8000-000000000000')).rejects.toMatchObject(gone)
  await expect(wish(tenant.units.cell.id)).rejects.toMatchObject(conflict('own-cell'))
})

test('what waits for an officer is counted with the day it is due', async () => {
  const own = await createTestTenant()
  const next = await own.make.unit({ parentId: own.units.grassroots.id, level: 'cell', kind: 'cell' })
  const people = await Promise.all([own.make.member(), own.make.member()])
  for (const { id } of people) await makeTransfer(own.ctx, { memberId: id, toUnitId: next.id })
  const officer = await own.as('cell_secretary', own.units.cell)
  expect(await countMyTransfers(officer)).toEqual({ count: 2, dueAt: new Date('2024-01-18T03:00:00Z') })
  expect(await countMyTransfers(await own.as('committee_secretary', own.units.grassroots))).toEqual({ count: 0 })
  const first = await listTransfers(officer, { size: 1 })
  const second = await listTransfers(officer, { size: 1, after: first.next })
  expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(2)
  expect(second.next).toBeUndefined()
  const [{ cardNumber }] = people as [(typeof people)[0], ...unknown[]]
  for (const search of [cardNumber, `${cardNumber.slice(0, 2)}.${cardNumber.slice(2)}`])
    expect((await listTransfers(officer, { search })).lines).toHaveLength(1)
  const stays = await own.ctx.db
    .select()
    .from(membership)
    .where(and(eq(membership.unitId, next.id)))
  expect(stays).toEqual([])
})
