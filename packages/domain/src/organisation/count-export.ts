import { audit, Conflict, dayIn, NotFound, type TenantContext, TooMany, transaction } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { exportTally } from './schema'

/**
 * Counts one file against what its taker may carry out in a day, and records that it left. Every export calls it once,
 * when it knows its rows and before it writes the file.
 * @param kind what left, `module.thing`, for the record
 * @throws NotFound where the province allows no exports · Conflict beyond the rows of a file · TooMany beyond the day's files
 * Source: R5, QN 17.3
 */
export async function countExport(ctx: TenantContext, kind: string, rows: number): Promise<void> {
  const limits = ctx.config.roster?.exports
  if (!limits) throw new NotFound()
  if (rows > limits.rows) throw new Conflict('organisation.export-rows', { rows, limit: limits.rows })
  await transaction(ctx, async (tx) => {
    if (tx.actor.kind === 'member') await countFile(tx, tx.actor.accountId, limits.perDay)
    audit(tx, 'organisation.exported', null, { kind, rows })
  })
}

async function countFile({ db, config, clock }: TenantContext, accountId: string, most: number): Promise<void> {
  const now = clock.now()
  const day = dayIn(config.timezone, now)
  const counted = await db
    .insert(exportTally)
    .values({ accountId, day, files: 1 })
    .onConflictDoUpdate({
      target: [exportTally.accountId, exportTally.day],
      set: { files: sql`${exportTally.files} + 1` },
      setWhere: sql`${exportTally.files} < ${most}`,
    })
    .returning({ files: exportTally.files })
  if (counted.length === 0) throw new TooMany('organisation.exports-today', secondsLeft(config.timezone, now))
}

/** Until the next midnight of the zone. */
function secondsLeft(zone: string, now: Date): number {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(now)
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return 86_400 - hours * 3600 - minutes * 60 - seconds
}
