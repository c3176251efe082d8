import { newId } from '@sotay/kernel'
import { answerCount, backup, tenantMeasure } from '@sotay/tenancy/schema'
import { createTestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { OperationsContext } from '../context'
import { alertsOf } from './alerts'
import { type Fleet, readFleet, readLines } from './read-fleet'
import { changeThresholds, readThresholds, thresholdsInput } from './thresholds'

/** The context with the statements of its platform counted. */
function counting(ctx: OperationsContext) {
  let statements = 0
  const platform = new Proxy(ctx.platform, {
    get(target, name, self) {
      if (name === 'select' || name === 'execute') statements++
      const value = Reflect.get(target, name, self)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ctx: { ...ctx, platform }, statements: () => statements }
}

test('a province is counted in one statement of its own, and failures come from what the sites counted', async () => {
  const { operations, record, make, clock } = await createTestTenant()
  await make.member()
  await make.member()
  const at = clock.now()
  await operations.platform.insert(answerCount).values({ tenantId: record.id, minute: at, answers: 40, failures: 6 })
  await operations.platform
    .insert(tenantMeasure)
    .values({ tenantId: record.id, fileBytes: 2048, auditChain: 'rewritten', at })
  const [line] = await readLines({ ...operations, clock }, [record])
  expect(line).toMatchObject({
    slug: record.slug,
    current: true,
    members: 2,
    answers: 40,
    failures: 6,
    fileBytes: 2048,
  })
  expect(line!.databaseBytes).toBeGreaterThan(100_000)
  const fleet: Fleet = { at, provinces: [line!] }
  expect(alertsOf(fleet, thresholdsInput.parse({}), 90).map(({ kind }) => kind)).toEqual([
    'audit-broken',
    'disk-full',
    'answers-failing',
  ])
  expect(alertsOf(fleet, thresholdsInput.parse({ failedAnswers: 7, diskPercent: 95 }), 90)).toHaveLength(1)
  await operations.platform.insert(backup).values({
    ...{ id: newId(), tenantId: record.id, slug: record.slug, kind: 'scheduled', askedAt: at, askedBy: 'test' },
    ...{ finishedAt: at, key: 'x' },
  })
  const [saved] = await readLines({ ...operations, clock }, [record])
  expect(saved?.lastBackup).toEqual(at)
  const later = new Date(at.getTime() + 27 * 3_600_000)
  expect(alertsOf({ at: later, provinces: [saved!] }, thresholdsInput.parse({}), null)).toContainEqual(
    expect.objectContaining({ kind: 'backup-stale', value: 27 }),
  )
})

test('what the platform is asked does not grow with the provinces, and nothing is asked twice within ten seconds', async () => {
  const first = await createTestTenant()
  const second = await createTestTenant()
  const one = counting(first.operations)
  await readLines(one.ctx, [first.record])
  const two = counting(first.operations)
  await readLines(two.ctx, [first.record, second.record])
  expect(two.statements()).toBe(one.statements())
  const again = counting({ ...first.operations, directory: { ...first.operations.directory } })
  const fleet = await readFleet(again.ctx)
  const asked = again.statements()
  expect(asked).toBeGreaterThan(0)
  expect(await readFleet(again.ctx)).toBe(fleet)
  expect(again.statements()).toBe(asked)
})

test('a province whose schema does not answer is on the list with what is known', async () => {
  const { operations, record } = await createTestTenant()
  const broken = { ...record, schema: 't_khong_co', configRevision: 999 }
  const [line] = await readLines(operations, [broken])
  expect(line).toMatchObject({ members: null, outbox: null, databaseBytes: null })
  expect(alertsOf({ at: new Date(), provinces: [line!] }, thresholdsInput.parse({}), null)).toMatchObject([
    { kind: 'no-answer', slug: record.slug },
  ])
})

test('thresholds are kept and refused by field', async () => {
  const { operations } = await createTestTenant()
  await expect(changeThresholds(operations, { diskPercent: 0 })).rejects.toMatchObject({
    fields: { diskPercent: ['operations.number-needed'] },
  })
  await changeThresholds(operations, { failedJobs: 3 })
  expect(await readThresholds(operations)).toMatchObject({ failedJobs: 3, diskPercent: 85 })
})

test('a removed province takes its counts with it', async () => {
  const { operations, record } = await createTestTenant()
  const minute = new Date(0)
  await operations.platform.insert(answerCount).values({ tenantId: record.id, minute, answers: 1, failures: 0 })
  const { tenant } = await import('@sotay/tenancy/schema')
  await operations.platform.delete(tenant).where(eq(tenant.id, record.id))
  const left = await operations.platform.select().from(answerCount).where(eq(answerCount.tenantId, record.id))
  expect(left).toEqual([])
})
