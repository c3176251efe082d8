import { outbox } from '@sotay/kernel/schema'
import { createTestTenant } from '@sotay/testing'
import { and, eq, isNull } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { relayOutbox } from './relay-outbox'
import { leave, openTestQueue, testJob } from './testing-queue'

test('hands over a bounded number of each kind, so that a flood of one does not hold up another', async () => {
  const tenant = await createTestTenant()
  const [flood, single] = [testJob(), testJob()]
  const queue = await openTestQueue(inject('sotaySettings'), [flood.definition, single.definition])
  await leave(tenant.ctx, flood, 30)
  const [key] = await leave(tenant.ctx, single, 1)

  expect(await relayOutbox(tenant.ctx, queue)).toEqual({ count: 9, more: true })
  expect(await relayOutbox(tenant.ctx, queue)).toEqual({ count: 0, more: true })
  expect(await queue.take(single.definition.name, 5)).toMatchObject([
    { id: key, data: { tenantId: tenant.record.id, input: { n: 0 } } },
  ])
  await queue.take(flood.definition.name, 3)
  expect(await relayOutbox(tenant.ctx, queue)).toEqual({ count: 3, more: true })
  await queue.close()
})

test('a relay killed after the queue took the rows and before the outbox knew changes nothing when run again', async () => {
  const tenant = await createTestTenant()
  const job = testJob()
  const queue = await openTestQueue(inject('sotaySettings'), [job.definition])
  const keys = await leave(tenant.ctx, job, 3)
  const { name } = job.definition
  await queue.send(keys.map((id, n) => ({ id, job: name, input: { n }, tenantId: tenant.record.id })))
  const [first] = await queue.take(name, 1)
  await queue.complete(name, first!.id)

  expect((await relayOutbox(tenant.ctx, queue)).count).toBe(3)
  const rest = await queue.take(name, 10)
  expect(rest.map((taken) => taken.id).sort()).toEqual(keys.filter((key) => key !== first!.id).sort())
  expect(
    await tenant.ctx.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.job, name), isNull(outbox.relayedAt))),
  ).toHaveLength(0)
  await queue.close()
})

test('leaves alone what is not due, and jobs this version does not know', async () => {
  const tenant = await createTestTenant()
  const [known, unknown] = [testJob(), testJob()]
  const queue = await openTestQueue(inject('sotaySettings'), [known.definition])
  await leave(tenant.ctx, unknown, 1)
  const { enqueue, transaction } = await import('@sotay/kernel')
  const later = new Date(tenant.clock.now().getTime() + 60_000)
  await transaction(tenant.ctx, async (tx) => {
    enqueue(tx, { name: known.definition.name, input: known.input }, { n: 1 }, { due: later })
  })
  expect((await relayOutbox(tenant.ctx, queue)).count).toBe(0)
  tenant.clock.advance(1)
  expect((await relayOutbox(tenant.ctx, queue)).count).toBe(1)
  await queue.close()
})
