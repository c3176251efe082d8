import type { JobPorts } from '@sotay/kernel'
import { createTestTenant } from '@sotay/testing'
import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { readQueueStatus } from './read-queue-status'
import { startConsumers } from './start-consumers'
import { startRelay } from './start-relay'
import { leave, moduleWith, openTestQueue, provincesOf, silent, testJob, until } from './testing-queue'

const ports: JobPorts = { sendText: async () => {} }
const run = async (
  job: ReturnType<typeof testJob>,
  provinces: ReturnType<typeof provincesOf>,
  outcomes: string[] = [],
) => {
  const queue = await openTestQueue(inject('sotaySettings'), [job.definition])
  const consumers = startConsumers({
    queue,
    modules: [moduleWith([job.definition])],
    provinces,
    ports,
    log: silent,
    pollSeconds: 0.05,
    onFinished({ tenantId, outcome }) {
      outcomes.push(outcome)
      relay.finished(tenantId)
    },
  })
  const relay = startRelay({ queue, provinces, log: silent, onRelayed: consumers.ring })
  const stop = async () => {
    await relay.stop()
    await consumers.stop(1000)
    await queue.close()
  }
  return { queue, relay, stop }
}

test('one province’s flood does not starve another, and all of it is done', async () => {
  const [big, small] = [await createTestTenant(), await createTestTenant()]
  const order: string[] = []
  const job = testJob(async (ctx) => {
    order.push(ctx.tenant.slug)
  })
  await leave(big.ctx, job, 100)
  await leave(small.ctx, job, 1)
  const worker = await run(job, provincesOf([big, small]))
  await until(() => order.length >= 101)
  expect(order).toHaveLength(101)
  expect(order.indexOf(small.record.slug)).toBeLessThan(40)
  await worker.stop()
})

test('a handler sees the key of its work, the same at each try', async () => {
  const tenant = await createTestTenant()
  const keys: string[] = []
  const job = testJob(async (ctx) => {
    keys.push(ctx.requestId)
    if (keys.length === 1) throw new Error('the gateway was away')
  })
  const [key] = await leave(tenant.ctx, job, 1)
  const worker = await run(job, provincesOf([tenant]))
  await until(() => keys.length === 1)
  const platform = tenant.operations.platform
  // Not to wait out the pause before the second try.
  await until(async () => {
    await platform.execute(sql`update queue.job set start_after = now() where id = ${key!} and state = 'retry'`)
    return keys.length === 2
  })
  expect(keys).toEqual([key, key])
  await worker.stop()
})

test('what fails at every try lies among the dead letters with its input, and is counted', async () => {
  const tenant = await createTestTenant()
  const job = testJob(async () => {
    throw new Error('never works')
  })
  const [key] = await leave(tenant.ctx, job, 1)
  const platform = tenant.operations.platform
  const worker = await run(job, provincesOf([tenant]))
  const status = async () => (await readQueueStatus(platform)).find((row) => row.job === job.definition.name)
  await until(async () => {
    await platform.execute(
      sql`update queue.job set retry_count = retry_limit - 1, start_after = now() where id = ${key!} and state = 'retry'`,
    )
    return (await status())?.dead === 1
  })
  expect(await status()).toMatchObject({ waiting: 0, running: 0, retrying: 0, dead: 1 })
  const [letter] = await platform.execute(
    sql`select data from queue.job where name = 'dead-letter' and data ->> 'job' = ${job.definition.name}`,
  )
  expect(letter).toMatchObject({ data: { tenantId: tenant.record.id, input: { n: 0 } } })
  await worker.stop()
})

test('the work of a suspended province waits, uncounted, and is done once it is back', async () => {
  const tenant = await createTestTenant()
  const suspended = new Set([tenant])
  let done = 0
  const job = testJob(async () => {
    done++
  })
  const outcomes: string[] = []
  const worker = await run(job, provincesOf([tenant], suspended), outcomes)
  await worker.queue.send([
    {
      id: (await leave(tenant.ctx, job, 1))[0]!,
      job: job.definition.name,
      input: { n: 0 },
      tenantId: tenant.record.id,
    },
  ])
  await until(() => outcomes.length === 1)
  expect([outcomes, done]).toEqual([['province-suspended'], 0])
  suspended.clear()
  const platform = tenant.operations.platform
  await until(async () => {
    await platform.execute(
      sql`update queue.job set start_after = now() - interval '1 second' where name = ${job.definition.name}`,
    )
    return done === 1
  })
  await worker.stop()
})

test('a stopped worker hands back what it could not end in time', async () => {
  const tenant = await createTestTenant()
  let begun = 0
  const job = testJob(() => {
    begun++
    return new Promise(() => {})
  })
  const [key] = await leave(tenant.ctx, job, 1)
  const worker = await run(job, provincesOf([tenant]))
  await until(() => begun === 1)
  await worker.stop()
  const [row] = await tenant.operations.platform.execute(sql`select state from queue.job where id = ${key!}`)
  expect(row).toEqual({ state: 'created' })
})
