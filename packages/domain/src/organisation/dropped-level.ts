import type { TenantDb } from '@sotay/db'
import type { TenantConfiguration } from '@sotay/tenant-config'
import { inArray } from 'drizzle-orm'
import { unit } from './schema'

type Named = Pick<TenantConfiguration, 'organisation'>

/** A level or agency that `after` leaves out although units stand on it: no configuration may do that. */
export async function droppedLevelInUse(db: TenantDb, before: Named, after: Named): Promise<string | undefined> {
  const kept = new Set([...after.organisation.levels, ...after.organisation.agencies].map((entry) => entry.key))
  const dropped = [...before.organisation.levels, ...before.organisation.agencies].filter(({ key }) => !kept.has(key))
  if (dropped.length === 0) return undefined
  const keys = dropped.map((entry) => entry.key)
  const [used] = await db.select({ level: unit.level }).from(unit).where(inArray(unit.level, keys)).limit(1)
  return used?.level
}
