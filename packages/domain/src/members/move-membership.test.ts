import { Conflict, NotFound, newId, type TransactionContext, transaction } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { type MoveMembership, member, memberChange, membership, moveMembership } from '.'

let tenant: TestTenant
let other: { id: string }
beforeAll(async () => {
  tenant = await createTestTenant()
  other = await tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
})

const TODAY = '2024-01-11'
const settled = () => tenant.make.member({ memberSince: '2023-01-01' })
const move = (memberId: string, given: Partial<MoveMembership> = {}) =>
  transaction(tenant.ctx, (tx: TransactionContext) =>
    moveMembership(tx, { memberId, toUnitId: other.id, on: TODAY, kind: 'primary', cause: null, ...given }),
  )
const periods = (memberId: string) =>
  tenant.ctx.db
    .select({ unitId: membership.unitId, kind: membership.kind, from: membership.validFrom, to: membership.validUntil })
    .from(membership)
    .where(eq(membership.memberId, memberId))
    .orderBy(asc(membership.validFrom))
const homeOf = async (memberId: string) =>
  (await tenant.ctx.db.select({ unitId: member.unitId }).from(member).where(eq(member.id, memberId)))[0]!.unitId

test('the cell before ends the day before, the new one begins, and the history says so', async () => {
  const { id } = await settled()
  const cause = newId()
  expect(await move(id, { on: '2024-01-05', cause })).toEqual({ fromUnitId: tenant.units.cell.id })
  expect(await periods(id)).toEqual([
    { unitId: tenant.units.cell.id, kind: 'primary', from: '2023-01-01', to: '2024-01-04' },
    { unitId: other.id, kind: 'primary', from: '2024-01-05', to: null },
  ])
  expect(await homeOf(id)).toBe(other.id)
  const [change] = await tenant.ctx.db.select().from(memberChange).where(eq(memberChange.memberId, id))
  expect(change).toMatchObject({ field: 'unitId', before: tenant.units.cell.id, after: other.id })
})

test('who moves on the day of joining was in one cell that day', async () => {
  const { id } = await tenant.make.member()
  await move(id)
  expect(await periods(id)).toEqual([{ unitId: other.id, kind: 'primary', from: TODAY, to: null }])
})

test('a move for later leaves today as it is, and no second one can be laid across it', async () => {
  const { id } = await settled()
  await move(id, { on: '2024-03-01' })
  expect(await homeOf(id)).toBe(tenant.units.cell.id)
  await expect(move(id, { on: '2024-02-01' })).rejects.toMatchObject({ code: 'members.two-cells' })
  await expect(move(id, { on: '2024-04-01' })).rejects.toMatchObject({ code: 'members.same-cell' })
})

test('a temporary membership leaves the home cell, once at a time', async () => {
  const { id } = await settled()
  await move(id, { kind: 'temporary', until: '2024-06-30' })
  expect(await homeOf(id)).toBe(tenant.units.cell.id)
  expect((await periods(id)).map(({ kind }) => kind)).toEqual(['primary', 'temporary'])
  await expect(move(id, { kind: 'temporary', on: '2024-06-30' })).rejects.toMatchObject({ code: 'members.two-cells' })
})

test('nobody moves to what is no cell, ended, or not there yet', async () => {
  const { units, make } = tenant
  const { id } = await settled()
  const within = { parentId: units.grassroots.id, level: 'cell', kind: 'cell' } as const
  const [ended, future] = await Promise.all([
    make.unit({ ...within, validUntil: '2024-01-10' }),
    make.unit({ ...within, validFrom: '2024-01-12' }),
  ])
  await expect(move(id, { toUnitId: units.grassroots.id })).rejects.toMatchObject({ code: 'members.not-a-cell' })
  await expect(move(id, { toUnitId: ended.id })).rejects.toMatchObject({ code: 'members.cell-ended' })
  await expect(move(id, { toUnitId: future.id })).rejects.toMatchObject({ code: 'members.cell-not-yet' })
  await expect(move(id, { toUnitId: newId() })).rejects.toThrow(NotFound)
  await expect(move(id, { toUnitId: units.cell.id })).rejects.toMatchObject({ code: 'members.same-cell' })
  await expect(move(id, { on: '2022-12-31' })).rejects.toMatchObject({ code: 'members.move-too-early' })
  expect(await periods(id)).toHaveLength(1)
})

test('of ten moves at once one happens', async () => {
  const { id } = await settled()
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => move(id)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Conflict)
  expect(await periods(id)).toHaveLength(2)
})
