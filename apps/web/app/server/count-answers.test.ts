import { newId } from '@sotay/kernel'
import { answerCount } from '@sotay/tenancy/schema'
import { createTestTenant } from '@sotay/testing'
import { eq, sum } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { countAnswers } from './count-answers'

const quiet = { warn: () => undefined }

test('answers of two processes are one count, and failures among them', async () => {
  const { operations, record } = await createTestTenant()
  const one = countAnswers(operations.directory, quiet)
  const other = countAnswers(operations.directory, quiet)
  for (const status of [200, 404, 500, 503]) one.count(record.id, status)
  other.count(record.id, 200)
  await Promise.all([one.stop(), other.stop()])
  const [row] = await operations.platform
    .select({ answers: sum(answerCount.answers), failures: sum(answerCount.failures) })
    .from(answerCount)
    .where(eq(answerCount.tenantId, record.id))
  expect(row).toEqual({ answers: '5', failures: '2' })
})

test('a province that is gone does not keep the others from being counted', async () => {
  const { operations, record } = await createTestTenant()
  const counter = countAnswers(operations.directory, quiet)
  counter.count(newId(), 200)
  counter.count(record.id, 200)
  await counter.stop()
  const rows = await operations.platform.select().from(answerCount).where(eq(answerCount.tenantId, record.id))
  expect(rows).toMatchObject([{ answers: 1 }])
})
