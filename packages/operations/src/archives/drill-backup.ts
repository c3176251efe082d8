import { newId } from '@sotay/kernel'
import { createBareSchema, dropBareSchema, migrateSchema } from '@sotay/tenancy'
import { backup, type DrillReport } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import { type OperationsContext, provinceLine } from '../context'
import { recordOperation } from '../record-operation'
import { explain } from './explain'
import { findBackup, storedKey } from './find-backup'
import { loadArchive } from './load-archive'

export interface Drill extends DrillReport {
  backupId: string
  slug: string
}

/**
 * Restores an archive beside its province, compares every table with what the archive says, brings it up to this
 * version, drops it again, and keeps the report. Nobody notices.
 * @param named id of the archive, or a slug for its newest
 * @throws NotFound · Conflict where PostgreSQL's programs are missing
 */
export async function drillBackup(ctx: OperationsContext, named: string): Promise<Drill> {
  const row = await findBackup(ctx, named)
  const server = ctx.directory.byId(row.tenantId)?.server ?? ctx.settings.database
  const owner = ctx.owner(server)
  const schema = `drill_${newId().replaceAll('-', '')}`
  const start = performance.now()
  const report: DrillReport = { outcome: 'failed', seconds: 0, tables: 0, rows: 0, findings: [] }
  try {
    await createBareSchema(owner, schema)
    const { manifest, differences } = await loadArchive(ctx, { key: storedKey(row.key), server, schema })
    report.tables = manifest.tables.length
    report.rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    report.findings = differences
    if (differences.length === 0) {
      await migrateSchema(owner, { schema, role: ctx.settings.database.user }, provinceLine)
      report.outcome = 'equal'
    } else report.outcome = 'different'
  } catch (error) {
    report.findings.push(explain(error))
  } finally {
    await dropBareSchema(owner, schema)
  }
  report.seconds = Math.round((performance.now() - start) / 100) / 10
  await ctx.platform.update(backup).set({ drill: report, drilledAt: ctx.clock.now() }).where(eq(backup.id, row.id))
  const { outcome, seconds, findings } = report
  await recordOperation(ctx, 'backup.drilled', row.slug, { backupId: row.id, outcome, seconds, findings })
  return { backupId: row.id, slug: row.slug, ...report }
}
