import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@sotay/db/connect'
import { Conflict } from '@sotay/kernel'
import type { DatabaseServer, Settings } from '@sotay/tenancy'

/** Name of the publication, subscription and slot by which one schema is copied. */
const channelOf = (schema: string): string => `sotay_move_${schema}`.slice(0, 63)

export interface Ends {
  source: Pool
  target: Pool
  schema: string
}

/** Begins to copy a schema's rows and what is written meanwhile. The target's tables are there, and empty. */
export async function startReplication(
  { source, target, schema }: Ends,
  from: DatabaseServer,
  { database: { user, password } }: Settings,
): Promise<void> {
  const name = channelOf(schema)
  // A table without a key names its rows by all of their columns.
  const keyless = await source.sql.unsafe<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r' and relreplident = 'd'
      and not exists (select from pg_index where indrelid = pg_class.oid and indisprimary)`,
    [`"${schema}"`],
  )
  for (const table of keyless) await source.sql.unsafe(`alter table "${schema}"."${table.name}" replica identity full`)
  await source.sql.unsafe(`create publication "${name}" for tables in schema "${schema}"`).simple()
  const where = Object.entries({ host: from.host, port: from.port, dbname: from.database, user, password })
    .map(([key, value]) => `${key}='${String(value).replace(/[\\']/g, '\\$&')}'`)
    .join(' ')
  await target.sql
    .unsafe(`create subscription "${name}" connection '${where.replaceAll("'", "''")}' publication "${name}"`)
    .simple()
}

/** Waits until the first copy of every table is done. @param within milliseconds @throws Conflict on a failure, or when it takes too long */
export async function untilCopied(
  { target, schema }: Ends,
  within: number,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const end = Date.now() + within
  while (true) {
    const [row] = await target.sql.unsafe<{ done: number; all: number; failed: number }[]>(
      `select count(*) filter (where srsubstate = 'r')::int as done, count(*)::int as all,
        (select apply_error_count + sync_error_count from pg_stat_subscription_stats where subid = s.oid)::int as failed
      from pg_subscription s left join pg_subscription_rel on srsubid = s.oid where subname = $1 group by s.oid`,
      [channelOf(schema)],
    )
    const { done = 0, all = 1, failed = 0 } = row ?? {}
    onProgress(done, all)
    if (failed > 0) throw new Conflict('operations.copy-failed', { schema })
    if (all > 0 && done === all) return
    if (Date.now() > end) throw new Conflict('operations.copy-slow', { schema })
    await delay(100)
  }
}

/** Waits until the target has everything that the source wrote up to now. */
export async function untilCaughtUp({ source, schema }: Ends, within: number): Promise<void> {
  const end = Date.now() + within
  const [{ lsn } = { lsn: '' }] = await source.sql.unsafe<{ lsn: string }[]>(
    `select pg_current_wal_insert_lsn() as lsn`,
  )
  while (true) {
    const [row] = await source.sql.unsafe<{ there: boolean }[]>(
      `select confirmed_flush_lsn >= $1::pg_lsn as there from pg_replication_slots where slot_name = $2`,
      [lsn, channelOf(schema)],
    )
    if (row?.there) return
    if (Date.now() > end) throw new Conflict('operations.copy-slow', { schema })
    await delay(10)
  }
}

/** Carries the values of sequences, which replication leaves out. */
export async function carrySequences({ source, target, schema }: Ends): Promise<void> {
  const rows = await source.sql.unsafe<{ name: string; value: string }[]>(
    `select sequencename as name, last_value as value from pg_sequences where schemaname = $1 and last_value is not null`,
    [schema],
  )
  const values = rows.map(({ name, value }) => `select setval('"${schema}"."${name}"', ${value})`)
  if (values.length > 0) await target.sql.unsafe(values.join(';')).simple()
}

/** Ends the copying at both ends, whatever is left of it. A source that does not answer keeps its part until it does. */
export async function stopReplication({ source, target, schema }: Ends): Promise<void> {
  const name = channelOf(schema)
  const [subscription] = await target.sql.unsafe(`select 1 from pg_subscription where subname = $1`, [name])
  if (subscription) {
    await target.sql.unsafe(`alter subscription "${name}" disable`).simple()
    await target.sql.unsafe(`alter subscription "${name}" set (slot_name = none)`).simple()
    await target.sql.unsafe(`drop subscription "${name}"`).simple()
  }
  for (let attempt = 0; attempt < 50; attempt++) {
    const left = await source.sql.unsafe<{ slot_name: string; active: boolean }[]>(
      `select slot_name, active from pg_replication_slots where slot_name = $1 or slot_name like 'pg\\_%\\_sync\\_%' and not active`,
      [name],
    )
    if (left.length === 0) break
    for (const slot of left) {
      if (!slot.active)
        await source.sql.unsafe(`select pg_drop_replication_slot($1)`, [slot.slot_name]).catch(() => undefined)
    }
    await delay(50)
  }
  await source.sql.unsafe(`drop publication if exists "${name}"`).simple()
}
