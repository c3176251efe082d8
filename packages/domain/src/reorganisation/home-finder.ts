import type { Scope, TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { standsOn, unitVersion } from '../organisation'
import { ofScopeOn } from './of-scope-on'

/** Lower case, one space between words, one way of writing each letter. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

interface HomeFinder {
  /** Units that a written name means; the name alone, or with the name of the unit above in brackets. */
  find(text: string): string[]
  /** How a list names a unit so that it is found again. */
  writtenAs(unitId: string): string | undefined
}

/** The committees of a day on which others may hang, to be found by name; as many as the tree has. */
export async function openHomeFinder(ctx: TenantContext, scope: Scope, day: SQL): Promise<HomeFinder> {
  const rows = await ctx.db.execute<{ id: string; name: string; above: string | null }>(sql`
    select place.unit_id as id, place.name, up.name as above from ${unitVersion} place
    left join ${unitVersion} up on up.unit_id = place.parent_id and ${standsOn('up', day)}
    where place.kind in ('committee', 'steering') and ${standsOn('place', day)} and ${ofScopeOn(scope, sql`place.unit_id`)}`)
  const byName = new Map<string, string[]>()
  const add = (name: string, id: string) => byName.set(plain(name), [...(byName.get(plain(name)) ?? []), id])
  const full = ({ name, above }: { name: string; above: string | null }) => (above ? `${name} (${above})` : name)
  for (const row of rows) {
    add(row.name, row.id)
    if (row.above) add(full(row), row.id)
  }
  const units = new Map([...rows].map((row) => [row.id, row]))
  return {
    find: (text) => byName.get(plain(text)) ?? [],
    writtenAs(unitId) {
      const row = units.get(unitId)
      return row && (byName.get(plain(row.name))!.length > 1 ? full(row) : row.name)
    },
  }
}
