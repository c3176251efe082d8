import { inScope, type Scope, type TenantContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { matchesName, naturalOrder } from './names'
import { dateSql, type TreeDay } from './places'
import { unit, unitVersion } from './schema'

export interface EndedUnit {
  id: string
  name: string
  level: string
  /** Its last day. */
  ended: string
}

const MOST = 20

interface Wanted {
  at: TreeDay
  scope: Scope
  search: string
  level?: string
}

/** Units that bore such a name and had ended by a day, the latest first: an old name is asked for long after. */
export async function findEndedUnits(ctx: TenantContext, { at, scope, search, level }: Wanted): Promise<EndedUnit[]> {
  const ofLevel = level ? sql`version.level = ${level}` : sql`true`
  const rows = await ctx.db.execute(sql`
    select * from (
      select distinct on (version.unit_id) version.unit_id as id, version.name, version.level, own.valid_until::text as ended
      from ${unitVersion} version join ${unit} own on own.id = version.unit_id
      where own.valid_until < ${dateSql(at.day)} and ${inScope(sql`own.path`, scope)} and ${ofLevel}
        and ${matchesName(sql`version.folded_name`, search)}
      order by version.unit_id, version.valid_from desc) found
    order by ended desc, ${naturalOrder(sql`name`)}, id limit ${MOST}`)
  return rows as unknown as EndedUnit[]
}
