import { NotFound, newId } from '@sotay/kernel'
import { sentMessage } from '@sotay/tenancy/schema'
import { createTestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { listDemoMessages } from './list-demo-messages'

test("a number's messages come newest first, under their province's slug, however the number is written", async () => {
  const { operations: ctx, record } = await createTestTenant()
  const to = `09${newId().replace(/\D/g, '').padEnd(8, '7').slice(-8)}`
  const sent = (text: string, minute: number, code?: string) => ({
    key: newId(),
    tenantId: record.id,
    channel: 'sms',
    recipient: to,
    text,
    code,
    at: new Date(Date.UTC(2024, 0, 11, 3, minute)),
  })
  await ctx.platform.insert(sentMessage).values([sent('trước', 1, '111111'), sent('sau', 2)])
  const [newest, older, ...others] = await listDemoMessages(ctx, to)
  expect(others).toEqual([])
  expect(newest).toEqual({ tenant: record.slug, channel: 'sms', to, text: 'sau', at: expect.any(Date) })
  expect(older).toMatchObject({ text: 'trước', code: '111111' })
  expect(await listDemoMessages(ctx, `+84 ${to.slice(1)}`)).toHaveLength(2)
  expect(await listDemoMessages(ctx, '0000000000')).toEqual([])
})

test('outside a demonstration there is no list', async () => {
  const { operations } = await createTestTenant()
  const settings = { ...operations.settings, demo: false }
  await expect(listDemoMessages({ ...operations, settings })).rejects.toBeInstanceOf(NotFound)
})
