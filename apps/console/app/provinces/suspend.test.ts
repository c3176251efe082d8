import type { AppLoadContext } from '@remix-run/node'
import { newId } from '@sotay/kernel'
import { asOperator, listOperations, type SignedInOperator } from '@sotay/operations/operators'
import { createTestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { action, loader } from './suspend'

const visit = async (role: SignedInOperator['role'] | null, form: Record<string, string> = {}) => {
  const { operations, record } = await createTestTenant()
  const operator = role ? { id: newId(), name: 'Người Trực Ban', role } : undefined
  const context = {
    ctx: operator ? asOperator(operations, operator.id) : operations,
    operator,
    locale: 'en',
  } as AppLoadContext
  const body = new URLSearchParams(form)
  const address = `http://ops.localhost/tinh/${record.slug}/tam-dung`
  const args = { context, params: { slug: record.slug } }
  return {
    operations,
    slug: record.slug,
    operatorId: operator?.id,
    open: () => loader({ ...args, request: new Request(address) }),
    post: () => action({ ...args, request: new Request(address, { method: 'POST', body }) }),
    status: async () => {
      await operations.directory.refresh()
      return operations.directory.bySlug(record.slug)?.status
    },
  }
}

const order = { reason: 'Bảo trì theo thống nhất', confirmed: 'yes' }

test('a viewer finds no such page, and the post does nothing', async () => {
  const page = await visit('viewer', order)
  await expect(page.open()).rejects.toMatchObject({ status: 404 })
  await expect(page.post()).rejects.toMatchObject({ status: 404 })
  expect(await page.status()).toBe('active')
})

test('who is not signed in is sent to sign in', async () => {
  const page = await visit(null, order)
  await expect(page.post()).rejects.toMatchObject({ status: 303 })
  expect(await page.status()).toBe('active')
})

test('an operator suspends with a reason and a confirmation, under their own id', async () => {
  const page = await visit('operator', order)
  expect(await page.post()).toMatchObject({ status: 303 })
  expect(await page.status()).toBe('suspended')
  const [last] = await listOperations(page.operations, { tenant: page.slug })
  expect(last).toMatchObject({ operation: 'tenant.suspended', actor: page.operatorId, reason: order.reason })
})

test('without a reason or without the confirmation the form comes back as typed', async () => {
  const unconfirmed = await visit('operator', { reason: order.reason })
  expect(await unconfirmed.post()).toMatchObject({
    init: { status: 400 },
    data: { values: { reason: order.reason }, errors: { confirmed: 'Tick the box to confirm.' } },
  })
  const bare = await visit('operator', { reason: ' ', confirmed: 'yes' })
  expect(await bare.post()).toMatchObject({
    init: { status: 400 },
    data: { errors: { reason: 'A reason is needed, of at least 3 characters.' } },
  })
  expect(await bare.status()).toBe('active')
})
