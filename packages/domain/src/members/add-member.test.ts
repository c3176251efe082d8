import { Conflict, NotFound } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMember, leaveRoster, member } from '.'
import type { AddMember } from './inputs'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

const given = (unitId: string, cardNumber: string, more: Partial<AddMember> = {}) =>
  ({ unitId, cardNumber, fullName: 'Đỗ Thị Hoà', phone: null, status: 'full', ...more }) as const

test('a card stands on the roster once, however it is written', async () => {
  const { ctx, units, make } = tenant
  const sister = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  await addMember(ctx, given(units.cell.id, '99.100001'))
  await expect(addMember(ctx, given(sister.id, '99.100001'))).rejects.toThrow(Conflict)
  await expect(addMember(ctx, given(sister.id, '99100001'))).rejects.toThrow(Conflict)
  const secretary = await tenant.as('cell_secretary', sister)
  await expect(addMember(secretary, given(sister.id, '99100001'))).rejects.toMatchObject({
    code: 'members.duplicate-card',
    params: {},
  })
})

test('a card added many times at once is there once', async () => {
  const adds = Array.from({ length: 8 }, () => addMember(tenant.ctx, given(tenant.units.cell.id, '99.100099')))
  const outcomes = await Promise.allSettled(adds)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Conflict)
})

test('a card of somebody who left leads to that line', async () => {
  const { ctx, units } = tenant
  const gone = await addMember(ctx, given(units.cell.id, '99.100005', { memberSince: '2023-01-01' }))
  await leaveRoster(ctx, { memberId: gone.id, on: '2024-01-01', leaving: 'transferred-out' })
  await expect(addMember(ctx, given(units.cell.id, '99.100005'))).rejects.toMatchObject({
    code: 'members.card-of-left',
  })
})

test('a secretary adds to the own cell and to no other; nobody adds to what is no cell', async () => {
  const { ctx, units } = tenant
  const secretary = await tenant.as('cell_secretary')
  expect((await addMember(secretary, given(units.cell.id, '99.100002'))).unitId).toBe(units.cell.id)
  await expect(addMember(secretary, given(units.grassroots.id, '99.100003'))).rejects.toThrow(NotFound)
  await expect(addMember(ctx, given(units.grassroots.id, '99.100003'))).rejects.toMatchObject({
    code: 'members.not-a-cell',
  })
})

test('names are found without their marks', async () => {
  const { ctx, units } = tenant
  await addMember(ctx, given(units.cell.id, '99.100004'))
  const [row] = await ctx.db
    .select({ folded: member.foldedName })
    .from(member)
    .where(eq(member.cardNumber, '99.100004'))
  expect(row!.folded).toBe('do thi hoa')
})

test('the end of probation follows from the admission, also past a short month', async () => {
  const { ctx, units } = tenant
  const ends = async (cardNumber: string, admittedOn: string) =>
    (await addMember(ctx, given(units.cell.id, cardNumber, { status: 'probationary', admittedOn }))).probationEndsOn
  expect(await ends('99.200001', '2023-03-15')).toBe('2024-03-15')
  expect(await ends('99.200002', '2020-02-29')).toBe('2021-02-28')
})

describe('bad input is refused by field', () => {
  test.each<[Partial<AddMember>, string, string]>([
    [{ birthDate: '2024-01-12' }, 'birthDate', 'members.birth-ahead'],
    [{ birthDate: '1980-01-02', admittedOn: '1998-01-01' }, 'admittedOn', 'members.admitted-young'],
    [{ admittedOn: '2024-01-12' }, 'admittedOn', 'members.admitted-ahead'],
    [{ admittedOn: '2001-01-01', confirmedOn: '2000-12-31' }, 'confirmedOn', 'members.confirmed-early'],
    [{ status: 'probationary', confirmedOn: '2023-12-31' }, 'confirmedOn', 'members.confirmed-probationary'],
    [{ memberSince: '2024-01-12' }, 'memberSince', 'members.since-ahead'],
    [{ cardNumber: '1234' }, 'cardNumber', 'members.card-format'],
    [{ phone: '12' }, 'phone', 'members.phone-format'],
  ])('%j', async (change, field, code) => {
    const asked = { ...given(tenant.units.cell.id, '99.300001'), ...change }
    await expect(addMember(tenant.ctx, asked)).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: [code] } })
  })

  test('the birthday itself is old enough', async () => {
    const asked = given(tenant.units.cell.id, '99.300002', { birthDate: '1980-01-02', admittedOn: '1998-01-02' })
    expect((await addMember(tenant.ctx, asked)).admittedOn).toBe('1998-01-02')
  })
})

test('nobody is added to a cell that has ended, from a day on which it stood', async () => {
  const { ctx, units, make } = tenant
  const days = { validFrom: '2022-01-01', validUntil: '2023-06-30' }
  const over = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell', ...days })
  const late = given(over.id, '99.100077', { memberSince: '2023-01-01' })
  await expect(addMember(ctx, late)).rejects.toMatchObject({ code: 'members.cell-ended' })
})
