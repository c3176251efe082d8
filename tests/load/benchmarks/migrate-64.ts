import { createHash } from 'node:crypto'
import { type MigratedTenant, migrateTenants, provinceLine } from '@sotay/operations'
import type { Benchmark } from '../benchmark'
import type { Instance } from '../instance'
import { median, significant } from '../median'
import { makeProvinces } from '../provinces'

const PROVINCES = 64
const PARALLEL = 4

const statements = [
  'create table bench_note (id uuid primary key, member_id uuid not null references member (id), body text not null)',
  'create index bench_note_member on bench_note (member_id)',
  'alter table member add column bench_mark text',
]
const migration = {
  name: '9999_bench',
  hash: createHash('sha256').update(statements.join()).digest('hex'),
  statements,
}

/** A new migration (a table, an index, a column) over 64 provinces: four at once, and one after another. */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    await makeProvinces(instance, PROVINCES)
    const together: number[] = []
    const inTurn: number[] = []
    let failed = 0
    for (let round = 0; round <= bench.rounds; round++) {
      const one = await migrateAll(instance, 1)
      const four = await migrateAll(instance, PARALLEL)
      failed += one.failed + four.failed
      // The first round warms both.
      if (round === 0) continue
      inTurn.push(one.seconds)
      together.push(four.seconds)
    }
    const ratio = significant(median(together.map((seconds, round) => inTurn[round]! / seconds)))
    return [
      {
        case: `${instance.operations.directory.list().length} provinces, ${PARALLEL} at once`,
        value: significant(median(together)),
        unit: 's',
        ratio,
        against: `one after another: ${significant(median(inTurn))} s`,
        target: 'ratio ≥ 1',
        ok: ratio >= 1 && failed === 0,
        lost: failed,
      },
    ]
  },
}

async function migrateAll(instance: Instance, parallel: number) {
  provinceLine.migrations.push(migration)
  try {
    const start = performance.now()
    const done = await migrateTenants(instance.operations, { parallel })
    return { seconds: (performance.now() - start) / 1000, failed: done.filter(hasFailed).length }
  } finally {
    provinceLine.migrations.pop()
    await takeBack(instance)
  }
}

const hasFailed = ({ applied, failure }: MigratedTenant): boolean => failure !== undefined || applied.length !== 1

async function takeBack({ operations }: Instance): Promise<void> {
  for (const { schema, server } of operations.directory.list()) {
    await operations.owner(server).sql.unsafe(`
      drop table if exists "${schema}".bench_note;
      alter table "${schema}".member drop column if exists bench_mark;
      delete from "${schema}".migration where name = '${migration.name}'`)
  }
  await migrateTenants(operations)
}
