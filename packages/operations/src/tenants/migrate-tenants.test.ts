import { createTestTenant, type TestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { provinceLine } from '../context'
import { migrateTenants } from './migrate-tenants'

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

test('every province is migrated; one that fails is named, keeps its tables and stops no other', async () => {
  const [good, bad, late] = [await createTestTenant(), await createTestTenant(), await createTestTenant()]
  await asOwner(bad, 'create view SCHEMA.probe as select 1')
  const results = await withMigration(async () => {
    const first = await migrateTenants(good.operations, { parallel: 3 })
    await asOwner(bad, 'drop view SCHEMA.probe')
    const second = await migrateTenants(good.operations, { parallel: 3 })
    return [first, second]
  })
  const [first, second] = results.map((result) => Object.fromEntries(result.map((line) => [line.slug, line])))
  expect(first?.[good.record.slug]).toMatchObject({ applied: [added.name] })
  expect(first?.[late.record.slug]).toMatchObject({ applied: [added.name] })
  expect(first?.[bad.record.slug]).toMatchObject({ applied: [], failure: expect.stringContaining('probe') })
  expect(second?.[good.record.slug]).toMatchObject({ applied: [] })
  expect(second?.[bad.record.slug]).toMatchObject({ applied: [added.name] })
})

test('two runs at once apply each migration once', async () => {
  const province = await createTestTenant()
  const { slug } = province.record
  const runs = await withMigration(() =>
    Promise.all([1, 2, 3].map(() => migrateTenants(province.operations, { tenant: slug }))),
  )
  expect(runs.flat().flatMap((line) => line.applied)).toEqual([added.name])
  expect(runs.flat().some((line) => line.failure)).toBe(false)
})

test('a schema whose history is another line’s is refused, with its name', async () => {
  const province = await createTestTenant()
  await asOwner(province, `update SCHEMA.migration set hash = 'foreign'`)
  const [result] = await migrateTenants(province.operations, { tenant: province.record.slug })
  expect(result?.failure).toContain(province.record.schema)
})
