import type { Pool } from '@sotay/db/connect'
import { Conflict } from '@sotay/kernel'
import { compareTables, readTables, type TableState } from '../archives/tables'
import type { Ends } from './replication'

export interface Compared {
  tables: number
  rows: number
}

/** How long it takes to count and hash a schema, in milliseconds. */
export async function timeOf({ source, schema }: Ends): Promise<number> {
  const start = performance.now()
  await source.sql.begin('isolation level repeatable read read only', (tx) => readTables(tx, schema))
  return performance.now() - start
}

/**
 * Fixes the present moment at both ends, which must be quiet and caught up, and compares them as of then.
 * @returns once the moment is fixed; `finish` waits for the comparison and @throws Conflict when tables differ
 */
export async function compareEnds({ source, target, schema }: Ends): Promise<{ finish(): Promise<Compared> }> {
  const [here, there] = await Promise.all([fixed(source, schema), fixed(target, schema)])
  return {
    async finish() {
      const [before, after] = await Promise.all([here, there])
      const differences = compareTables(await before.tables, await after.tables)
      if (differences.length > 0)
        throw new Conflict('operations.copy-differs', { findings: differences.slice(0, 5).join('; ') })
      const tables = await before.tables
      return { tables: tables.length, rows: tables.reduce((sum, table) => sum + table.rows, 0) }
    },
  }
}

/** A transaction whose snapshot is taken before it is handed over. */
function fixed(pool: Pool, schema: string): Promise<{ tables: Promise<TableState[]> }> {
  return new Promise((ready, failed) => {
    pool.sql
      .begin('isolation level repeatable read read only', async (tx) => {
        await tx.unsafe('select 1')
        const tables = readTables(tx, schema)
        ready({ tables })
        await tables
      })
      .catch(failed)
  })
}
