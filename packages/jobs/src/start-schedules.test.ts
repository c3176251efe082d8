import { createTestTenant } from '@sotay/testing'
import { expect, inject, test } from 'vitest'
import { lastTick } from './last-tick'
import { sendDueTicks } from './start-schedules'
import { moduleWith, openTestQueue, provincesOf, testJob } from './testing-queue'

test('a tick is read on the province’s clock', () => {
  const now = new Date('2024-01-11T03:00:00Z')
  expect(lastTick('0 7 * * *', 'Asia/Ho_Chi_Minh', now)).toEqual(new Date('2024-01-11T00:00:00Z'))
  expect(lastTick('0 10 * * *', 'Asia/Ho_Chi_Minh', now)).toEqual(now)
  expect(lastTick('1 10 * * *', 'Asia/Ho_Chi_Minh', now)).toEqual(new Date('2024-01-10T03:01:00Z'))
})

test('a schedule that catches up is made up for however late a worker comes back, once', async () => {
  const one = await createTestTenant()
  const [patient, late] = [testJob(), testJob()]
  const jobs = [patient.definition, late.definition]
  const queue = await openTestQueue(inject('sotaySettings'), jobs)
  const schedules = [
    { job: patient.definition.name, cron: '5 0 * * *', catchUp: true as const },
    { job: late.definition.name, cron: '5 0 * * *' },
  ]
  const [provinces, modules] = [provincesOf([one]), [moduleWith(jobs, schedules)]]
  // Ten in the morning, three days on: the nights between were nobody's.
  one.clock.advance(3 * 24 * 60)
  const look = () => sendDueTicks({ queue, modules, provinces, clock: one.clock }, new Set())
  expect(await look()).toBe(1)
  await look()
  expect(await queue.take(patient.definition.name, 10)).toHaveLength(1)
  expect(await queue.take(late.definition.name, 10)).toHaveLength(0)
  await queue.close()
})

test('each active province gets one job a tick, however many workers look', async () => {
  const [one, two, away] = [await createTestTenant(), await createTestTenant(), await createTestTenant()]
  const job = testJob()
  const queue = await openTestQueue(inject('sotaySettings'), [job.definition])
  const provinces = provincesOf([one, two, away], new Set([away]))
  const modules = [moduleWith([job.definition], [{ job: job.definition.name, cron: '0 10 * * *' }])]
  const look = (known = new Set<string>()) => sendDueTicks({ queue, modules, provinces, clock: one.clock }, known)

  const known = new Set<string>()
  expect(await look(known)).toBe(2)
  expect(await look(known)).toBe(0)
  await look()
  const taken = await queue.take(job.definition.name, 10)
  expect(taken.map((entry) => entry.data.tenantId).sort()).toEqual([one.record.id, two.record.id].sort())

  one.clock.advance(24 * 60)
  expect(await look(known)).toBe(2)
  one.clock.advance(4 * 60)
  expect(await look()).toBe(0)
  await queue.close()
})
