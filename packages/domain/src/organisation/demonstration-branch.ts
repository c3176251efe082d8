import { type TenantContext, todayOf } from '@sotay/kernel'
import { asc } from 'drizzle-orm'
import type { Unit } from './create-unit'
import { unit } from './schema'
import { asOf } from './versions'

/**
 * The way down, root first, to a cell of today that has a committee at each of as many levels as any has: where a
 * demonstration's people and news are. Units exempt from the targets are the last to be chosen.
 */
export async function demonstrationBranch({ db, config, clock }: TenantContext): Promise<Unit[]> {
  const today = todayOf({ config, clock })
  const units = await db.select().from(unit).where(asOf(unit, today)).orderBy(asc(unit.id))
  const byPath = new Map(units.map((entry) => [entry.path, entry]))
  const wayTo = ({ path }: Unit) =>
    path.split('.').flatMap((_, depth, labels) => byPath.get(labels.slice(0, depth + 1).join('.')) ?? [])
  const exempt = new Set(config.exemptions.flatMap((entry) => entry.units))
  const ways = units
    .filter((entry) => entry.kind === 'cell')
    .map(wayTo)
    .map((way) => ({ way, rank: way.length - (way.some(({ name }) => exempt.has(name)) ? 0.5 : 0) }))
  const [best] = ways.sort((one, other) => other.rank - one.rank)
  return best?.way ?? units.filter(({ parentId }) => parentId === null)
}
