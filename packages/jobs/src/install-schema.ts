import type { Pool } from '@sotay/db/connect'
import PgBoss from 'pg-boss'

/**
 * Creates pg-boss's tables in a schema that is there already. pg-boss itself would ask to create the schema, which the
 * platform's login may not. Safe to run at once: the plan takes its own lock.
 */
export async function installSchema(pool: Pool, schema: string): Promise<void> {
  const plan = PgBoss.getConstructionPlans(schema)
  const statements = plan.replace(/CREATE SCHEMA IF NOT EXISTS \w+\s*;/, '').replace(/^\s*BEGIN;|COMMIT;\s*$/g, '')
  await pool.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended('queue:install', 0))`
    const [found] = await tx`select to_regclass(${`${schema}.version`}) as name`
    if (!found?.name) await tx.unsafe(statements)
  })
}
