import { Conflict, NotFound } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { addMember, member } from '.'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

const given = (unitId: string, cardNumber: string) =>
  ({ unitId, cardNumber, fullName: 'Đỗ Thị Hoà', phone: null, status: 'full' }) as const

test('a card stands on the roster once', async () => {
  const { ctx, units } = tenant
  await addMember(ctx, given(units.cell.id, '99.100001'))
  await expect(addMember(ctx, given(units.grassroots.id, '99.100001'))).rejects.toThrow(Conflict)
})

test('a secretary adds to the own cell and to no other', async () => {
  const { units } = tenant
  const secretary = await tenant.as('cell_secretary')
  expect((await addMember(secretary, given(units.cell.id, '99.100002'))).unitId).toBe(units.cell.id)
  await expect(addMember(secretary, given(units.grassroots.id, '99.100003'))).rejects.toThrow(NotFound)
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
