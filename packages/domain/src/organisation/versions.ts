import { newId } from '@sotay/kernel'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { unit, unitVersion } from './schema'

/** The state a unit begins with. */
export const firstVersion = (
  { id, parentId, path, kind, level, name, validFrom, validUntil }: typeof unit.$inferSelect,
  openedBy: string | null = null,
): typeof unitVersion.$inferInsert => ({
  id: newId(),
  unitId: id,
  parentId,
  path,
  kind,
  level,
  name,
  validFrom,
  validUntil,
  openedBy,
})

/** True of what is in force on a day (both its days inclusive): a unit, a version of one, a membership, a role. */
export const asOf = (period: { validFrom: SQLWrapper; validUntil: SQLWrapper }, day: SQLWrapper | string): SQL => {
  const on = typeof day === 'string' ? sql`${day}::date` : day
  return sql`(${period.validFrom} <= ${on} and (${period.validUntil} is null or ${period.validUntil} >= ${on}))`
}
