import { Conflict, covers, NotFound, type Scope, type TransactionContext } from '@sotay/kernel'
import { inArray, type SQL, sql } from 'drizzle-orm'
import { asOf, type UnitKind, unit, unitVersion } from '../organisation'

/** A unit as it stands on the day of a change. */
export interface Place {
  unitId: string
  parentId: string | null
  path: string
  kind: UnitKind
  level: string
  name: string
  validUntil: string | null
  /** When a later state of it begins, and when it later hangs elsewhere. */
  laterOn: string | null
  movesOn: string | null
}

/** Where a change is drawn up: the day, and the units the actor may touch. */
export interface Desk {
  tx: TransactionContext
  on: string
  scope: Scope
}

/** A day as sentences write it. */
export const written = (day: string): string => day.split('-').reverse().join('/')

/**
 * Units as they stand on the day, in the order asked for.
 * @throws NotFound for one outside the actor's scope · Conflict for one that has ended or has not begun by then
 */
export async function readPlaces({ tx, on, scope }: Desk, ids: readonly string[]): Promise<Place[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const known = await tx.db.select().from(unit).where(inArray(unit.id, wanted))
  if (known.length < wanted.length || known.some(({ path }) => !covers(scope, path))) throw new NotFound()
  const rows = await tx.db
    .select({
      unitId: unitVersion.unitId,
      parentId: unitVersion.parentId,
      path: unitVersion.path,
      kind: unitVersion.kind,
      level: unitVersion.level,
      name: unitVersion.name,
      validUntil: unitVersion.validUntil,
      laterOn: later(on, sql`true`),
      movesOn: later(on, sql`later.path <> unit_version.path`),
    })
    .from(unitVersion)
    .where(sql`${inArray(unitVersion.unitId, wanted)} and ${asOf(unitVersion, on)}`)
  const places = new Map(rows.map((row) => [row.unitId, row]))
  for (const { id, name, validFrom } of known) {
    if (places.has(id)) continue
    throw new Conflict(validFrom > on ? 'reorganisation.not-yet' : 'reorganisation.ended', { name, day: written(on) })
  }
  return ids.map((id) => places.get(id)!)
}

// Names are written out: a correlated subquery needs them.
const later = (on: string, condition: SQL) => sql<string | null>`(
  select min(later.valid_from) from ${unitVersion} later
  where later.unit_id = unit_version.unit_id and later.valid_from > ${on}::date and ${condition})`

/** @throws Conflict when a later change of the unit stands: it comes first, or is cancelled */
export function assertChangeable({ name, laterOn }: Place): void {
  if (laterOn) throw new Conflict('reorganisation.later-change', { name, day: written(laterOn) })
}

/** @throws Conflict also for the top of the tree, which neither moves nor ends, and for what ends already */
export function assertEndable(place: Place): void {
  if (place.parentId === null) throw new Conflict('reorganisation.root', { name: place.name })
  assertChangeable(place)
  if (place.validUntil) throw new Conflict('reorganisation.ends', { name: place.name, day: written(place.validUntil) })
}

/** @throws Conflict when the unit ends or moves later, or hangs at or below one that is itself moved or ended */
export function assertTakes(place: Place, changed: readonly Place[] = []): void {
  const { name, path, movesOn, validUntil } = place
  if (validUntil) throw new Conflict('reorganisation.ends', { name, day: written(validUntil) })
  if (movesOn) throw new Conflict('reorganisation.later-change', { name, day: written(movesOn) })
  const above = changed.find((entry) => covers({ paths: [entry.path] }, path))
  if (above) throw new Conflict('reorganisation.below-itself', { name: above.name, target: name })
}
