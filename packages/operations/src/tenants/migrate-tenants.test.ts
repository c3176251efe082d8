import { createTestTenant, type OwnInstallation, ownInstallation, type TestTenant } from '@sotay/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provinceLine } from '../context'
import { migrateTenants } from './migrate-tenants'

// These tests give every province one migration more: none of another suite's may be among them.
let own: OwnInstallation
beforeAll(async () => {
  own = await ownInstallation()
}, 120_000)
afterAll(() => own?.close(), 60_000)

const asOwner = ({ operations, record }: TestTenant, statement: string) =>
  operations
    .owner(record.server)
    .sql.unsafe(statement.replaceAll('SCHEMA', `"${record.schema}"`))
    .simple()

const added = {
  name: '9000_probe',
  hash: 'probe',
  statements: ['create table probe (id int)', 'create index probe_id on probe (id)'],
}

/** Runs `body` while the line has one migration more, as the next version will. */
async function withMigration<Result>(body: () => Promise<Result>): Promise<Result> {
  provinceLine.migrations.push(added)
  try {
    return await body()
  } finally {
    provinceLine.migrations.pop()
  }
}

test('asked to go on, it migrates every province; one that fails is named and keeps its tables', async () => {
  const [good, bad, late] = [
    await createTestTenant({}, own.operations),
    await createTestTenant({}, own.operations),
    await createTestTenant({}, own.operations),
  ]
  await asOwner(bad, 'create view SCHEMA.probe as select 1')
  const results = await withMigration(async () => {
    const first = await migrateTenants(good.operations, { parallel: 3, keepGoing: true })
    await asOwner(bad, 'drop view SCHEMA.probe')
    const second = await migrateTenants(good.operations, { parallel: 3, keepGoing: true })
    return [first, second]
  })
  const [first, second] = results.map((result) => Object.fromEntries(result.map((line) => [line.slug, line])))
  expect(first?.[good.record.slug]).toMatchObject({ applied: [added.name] })
  expect(first?.[late.record.slug]).toMatchObject({ applied: [added.name] })
  expect(first?.[bad.record.slug]).toMatchObject({ applied: [], failure: expect.stringContaining('probe') })
  expect(second?.[good.record.slug]).toMatchObject({ applied: [] })
  expect(second?.[bad.record.slug]).toMatchObject({ applied: [added.name] })
})

test('the canary goes first, alone: where it fails no other is begun, and the next run takes up all of them (H51)', async () => {
  const [canary, other] = [await createTestTenant({}, own.operations), await createTestTenant({}, own.operations)]
  await asOwner(canary, 'create view SCHEMA.probe as select 1')
  const options = { parallel: 3, canary: canary.record.slug }
  const [stopped, busy, resumed] = await withMigration(async () => {
    const first = await migrateTenants(canary.operations, options)
    await asOwner(canary, 'drop view SCHEMA.probe')
    const running = migrateTenants(canary.operations, options)
    const refused = await migrateTenants(canary.operations, options).catch((error: Error) => error)
    return [first, refused, await running] as const
  })
  const line = (results: readonly { slug: string }[], { record }: TestTenant) =>
    results.find(({ slug }) => slug === record.slug)
  expect(stopped.filter(({ failure }) => failure)).toMatchObject([{ slug: canary.record.slug }])
  expect(line(stopped, other)).toMatchObject({ applied: [], waiting: true })
  expect(busy).toMatchObject({ code: 'operations.busy' })
  expect(line(resumed, canary)).toMatchObject({ applied: [added.name] })
  expect(line(resumed, other)).toMatchObject({ applied: [added.name] })
})

test('a run whose connection is killed in the middle keeps what was done; the next one does the rest (H51)', async () => {
  const { operations, record } = await createTestTenant({}, own.operations)
  const { sql } = operations.owner(record.server)
  const slow = { name: '9000_probe', hash: 'probe', statements: [...added.statements, 'select pg_sleep(20)'] }
  provinceLine.migrations.push(slow)
  const killed = migrateTenants(operations, { tenant: record.slug })
  await expect
    .poll(async () => {
      const found =
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'`
      return found.length
    })
    .toBeGreaterThan(0)
  const [line] = await killed
  provinceLine.migrations.pop()
  expect(line?.failure).toBeTruthy()
  const [again] = await withMigration(() => migrateTenants(operations, { tenant: record.slug }))
  expect(again).toMatchObject({ applied: [added.name] })
})

test('two runs at once apply each migration once', async () => {
  const province = await createTestTenant({}, own.operations)
  const { slug } = province.record
  const runs = await withMigration(() =>
    Promise.all([1, 2, 3].map(() => migrateTenants(province.operations, { tenant: slug }))),
  )
  expect(runs.flat().flatMap((line) => line.applied)).toEqual([added.name])
  expect(runs.flat().some((line) => line.failure)).toBe(false)
})

test('a schema whose history is another line’s is refused, with its name', async () => {
  const province = await createTestTenant({}, own.operations)
  await asOwner(province, `update SCHEMA.migration set hash = 'foreign'`)
  const [result] = await migrateTenants(province.operations, { tenant: province.record.slug })
  expect(result?.failure).toContain(province.record.schema)
})
