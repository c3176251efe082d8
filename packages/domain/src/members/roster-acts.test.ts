import { NotFound } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import {
  confirmMember,
  countDueProbation,
  endExemption,
  exemptMember,
  leaveRoster,
  membership,
  moveMembership,
  readMemberHistory,
  readMemberLine,
  returnToRoster,
} from '.'
import { settleMemberships } from './settle-memberships'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})
const lineOf = (memberId: string) => readMemberLine(tenant.ctx, { memberId })
const periods = (memberId: string) =>
  tenant.ctx.db
    .select({ from: membership.validFrom, until: membership.validUntil })
    .from(membership)
    .where(eq(membership.memberId, memberId))
    .orderBy(asc(membership.validFrom))
const probationer = () => tenant.make.member({ status: 'probationary', admittedOn: '2023-01-05' })
const settled = () => tenant.make.member({ memberSince: '2023-01-01' })

test('a probationary member is confirmed once, from a day that can be', async () => {
  const { id, probationEndsOn } = await probationer()
  expect(probationEndsOn).toBe('2024-01-05')
  const confirm = (confirmedOn: string) => confirmMember(tenant.ctx, { memberId: id, confirmedOn })
  await expect(confirm('2024-01-12')).rejects.toMatchObject({ fields: { confirmedOn: ['members.confirmed-ahead'] } })
  await expect(confirm('2023-01-04')).rejects.toMatchObject({ fields: { confirmedOn: ['members.confirmed-early'] } })
  const both = await Promise.allSettled([confirm('2024-01-05'), confirm('2024-01-05')])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await lineOf(id)).toMatchObject({ status: 'full', confirmedOn: '2024-01-05' })
  await expect(confirm('2024-01-05')).rejects.toMatchObject({ code: 'members.not-probationary' })
})

test('an exemption stands over its days and is not laid over another', async () => {
  const { id: memberId } = await settled()
  const { ctx } = tenant
  await expect(exemptMember(ctx, { memberId, from: '2024-01-11', until: '2024-01-10' })).rejects.toMatchObject({
    fields: { until: ['members.exempt-order'] },
  })
  await exemptMember(ctx, { memberId, from: '2024-01-11' })
  await expect(exemptMember(ctx, { memberId, from: '2024-02-01' })).rejects.toMatchObject({
    code: 'members.already-exempt',
  })
  await endExemption(ctx, { memberId, on: '2024-01-31' })
  expect(await lineOf(memberId)).toMatchObject({ exemptFrom: '2024-01-11', exemptUntil: '2024-01-31' })
  await exemptMember(ctx, { memberId, from: '2024-02-01' })
  await endExemption(ctx, { memberId, on: '2024-01-20' })
  expect(await lineOf(memberId)).toMatchObject({ exemptFrom: null, exemptUntil: null })
  await expect(endExemption(ctx, { memberId, on: '2024-01-20' })).rejects.toMatchObject({ code: 'members.not-exempt' })
})

test('who leaves keeps the line, loses the cell and what was planned; a mistake is undone without a gap', async () => {
  const { ctx, make, units } = tenant
  const { id: memberId } = await settled()
  const next = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  const { transaction } = await import('@sotay/kernel')
  await transaction(ctx, (tx) =>
    moveMembership(tx, { memberId, toUnitId: next.id, on: '2024-02-01', kind: 'primary', cause: null }),
  )
  const leave = (on: string) => leaveRoster(ctx, { memberId, on, leaving: 'resigned' })
  await expect(leave('2024-01-12')).rejects.toMatchObject({ fields: { on: ['members.left-ahead'] } })
  await expect(leave('2022-12-31')).rejects.toMatchObject({ fields: { on: ['members.left-early'] } })
  await leave('2024-01-10')
  expect(await periods(memberId)).toEqual([{ from: '2023-01-01', until: '2024-01-10' }])
  expect(await lineOf(memberId)).toMatchObject({ leftOn: '2024-01-10', leaving: 'resigned', unitId: units.cell.id })
  await expect(leave('2024-01-10')).rejects.toMatchObject({ code: 'members.has-left' })
  await returnToRoster(ctx, { memberId })
  expect(await periods(memberId)).toEqual([{ from: '2023-01-01', until: null }])
  expect(await lineOf(memberId)).toMatchObject({ leftOn: null, leaving: null })
  await expect(returnToRoster(ctx, { memberId })).rejects.toMatchObject({ code: 'members.on-roster' })
})

test('who comes back later begins a new period, in a cell that stands and is in scope', async () => {
  const { ctx, make, units } = tenant
  const { id: memberId } = await settled()
  const sister = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  await leaveRoster(ctx, { memberId, on: '2023-06-30', leaving: 'removed' })
  const back = (on: string, unitId?: string) => returnToRoster(ctx, { memberId, on, unitId })
  await expect(back('2023-06-30')).rejects.toMatchObject({ fields: { on: ['members.return-early'] } })
  await expect(back('2024-01-12')).rejects.toMatchObject({ fields: { on: ['members.return-ahead'] } })
  const secretary = await tenant.as('cell_secretary')
  await expect(returnToRoster(secretary, { memberId, on: '2024-01-02', unitId: sister.id })).rejects.toThrow(NotFound)
  await back('2024-01-02', sister.id)
  expect(await periods(memberId)).toEqual([
    { from: '2023-01-01', until: '2023-06-30' },
    { from: '2024-01-02', until: null },
  ])
  expect((await lineOf(memberId)).unitId).toBe(sister.id)
  const { periods: told } = await readMemberHistory(ctx, { memberId })
  expect(told.map(({ unitId }) => unitId)).toEqual([sister.id, units.cell.id])
})

test('a move for later takes hold on its day', async () => {
  const own = await createTestTenant()
  const { id: memberId } = await own.make.member({ memberSince: '2023-01-01' })
  const next = await own.make.unit({ parentId: own.units.grassroots.id, level: 'cell', kind: 'cell' })
  const { transaction } = await import('@sotay/kernel')
  await transaction(own.ctx, (tx) =>
    moveMembership(tx, { memberId, toUnitId: next.id, on: '2024-01-12', kind: 'primary', cause: null }),
  )
  const settle = () => settleMemberships.handler(own.ctx, {}, { sendText: async () => {} })
  await settle()
  expect((await readMemberLine(own.ctx, { memberId })).unitId).toBe(own.units.cell.id)
  own.clock.advance(24 * 60)
  await settle()
  await settle()
  expect(await readMemberLine(own.ctx, { memberId })).toMatchObject({ unitId: next.id, revision: 2 })
})

test('probation that ends soon waits for the secretary of that cell', async () => {
  const own = await createTestTenant()
  const far = await own.make.unit({ parentId: own.units.root.id, level: 'cell', kind: 'cell' })
  const probation = (admittedOn: string, unitId?: string) =>
    own.make.member({ status: 'probationary', admittedOn, ...(unitId ? { unitId } : {}) })
  await Promise.all([probation('2023-02-10'), probation('2023-02-11'), probation('2023-01-20', far.id)])
  const secretary = await own.as('cell_secretary')
  expect(await countDueProbation(secretary)).toEqual({ count: 1, nearest: '2024-02-10' })
  expect((await countDueProbation(own.ctx)).count).toBe(2)
})

test('a deputy reads and does not act; other cells do not exist', async () => {
  const { units, make } = tenant
  const { id: memberId } = await probationer()
  const elsewhere = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  const committee = await tenant.as('committee_secretary', units.grassroots)
  const others = [
    await tenant.as('cell_deputy'),
    await tenant.as('cell_secretary', elsewhere),
    await tenant.as('committee_secretary', elsewhere),
    await tenant.as('editor', units.root),
    await tenant.as('inspection', units.root),
    await tenant.as('member'),
  ]
  for (const ctx of others) {
    await expect(confirmMember(ctx, { memberId, confirmedOn: '2024-01-05' })).rejects.toThrow(NotFound)
    await expect(exemptMember(ctx, { memberId, from: '2024-01-05' })).rejects.toThrow(NotFound)
    await expect(leaveRoster(ctx, { memberId, on: '2024-01-05', leaving: 'removed' })).rejects.toThrow(NotFound)
  }
  expect((await readMemberLine(others[0]!, { memberId })).id).toBe(memberId)
  for (const ctx of others.slice(1)) await expect(readMemberLine(ctx, { memberId })).rejects.toThrow(NotFound)
  await confirmMember(committee, { memberId, confirmedOn: '2024-01-05' })
})
