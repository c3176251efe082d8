import { operator } from '@sotay/tenancy/schema'
import { testOperations } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { changeOperatorRole } from '../operators/change-operator-role'
import { createOperator } from './create-operator'
import { disableOperator } from './disable-operator'
import { listOperators } from './list-operators'
import { openOperatorSecret } from './operator-secret'
import { platformStatus } from './platform-status'

test('an operator is created once, with secrets that the catalogue does not hold in clear', async () => {
  const ctx = await testOperations()
  const created = await createOperator(ctx, { email: 'Van.Hanh@example.vn', name: 'Người vận hành' })
  expect(created).toMatchObject({
    email: 'van.hanh@example.vn',
    role: 'operator',
    totpUri: expect.stringContaining('otpauth://'),
  })
  const [row] = await ctx.platform.select().from(operator).where(eq(operator.id, created.id))
  expect(JSON.stringify(row)).not.toContain(created.password)
  expect(JSON.stringify(row)).not.toContain(created.totpSecret)
  expect(openOperatorSecret(ctx, row!)).toBe(created.totpSecret)
  await expect(createOperator(ctx, { email: created.email, name: 'Người khác' })).rejects.toMatchObject({
    code: 'operations.operator-exists',
  })
})

test('the last owner cannot be shut out', async () => {
  const ctx = await testOperations()
  const first = await createOperator(ctx, { email: 'chu-1@example.vn', name: 'Chủ quản', role: 'owner' })
  await expect(disableOperator(ctx, first.email)).rejects.toMatchObject({ code: 'operations.last-owner' })
  await expect(changeOperatorRole(ctx, { operatorId: first.id, role: 'viewer' })).rejects.toMatchObject({
    code: 'operations.last-owner',
  })
  const second = await createOperator(ctx, { email: 'chu-2@example.vn', name: 'Chủ quản', role: 'owner' })
  await disableOperator(ctx, first.email)
  await disableOperator(ctx, first.email)
  expect((await listOperators(ctx)).find(({ email }) => email === first.email)?.disabledAt).toBeInstanceOf(Date)
  const third = await createOperator(ctx, { email: 'chu-3@example.vn', name: 'Chủ quản', role: 'owner' })
  const both = await Promise.allSettled(
    [second, third].map(({ id }) => changeOperatorRole(ctx, { operatorId: id, role: 'operator' })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(disableOperator(ctx, 'ai-do@example.vn')).rejects.toMatchObject({ code: 'operations.unknown-operator' })
})

test('the status of the installation names its parts', async () => {
  const status = await platformStatus(await testOperations())
  expect(status).toMatchObject({ database: { ok: true }, store: { ok: true } })
})
