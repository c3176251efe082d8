import { Conflict } from '@sotay/kernel'
import { levelName, noEdits } from '../organisation'
import { assertChangeable, assertEndable, assertTakes, type Desk, type Place, readPlaces } from './desk'
import type { Draft, InputOf } from './draft'

/** A tier that ends, whole or in part: what hangs on its units goes to their parents, or where it is told. */
export async function draftAbolishLevel(desk: Desk, input: InputOf<'abolish-level'>): Promise<Draft> {
  const { level, homes, roles } = input
  const units = await readPlaces(desk, [...new Set(input.unitIds)])
  for (const place of units) {
    if (place.level !== level) throw new Conflict('reorganisation.other-level', { name: place.name })
    // Its members need a cell, which a tier's end does not name: a cell is dissolved or merged by itself.
    if (place.kind === 'cell') throw new Conflict('reorganisation.cell-in-level', { name: place.name })
    assertEndable(place)
  }
  const ended = units.map(({ unitId, parentId }) => ({ unitId, childrenTo: homes[unitId] ?? parentId! }))
  const targets = await readPlaces(desk, [...new Set(ended.map(({ childrenTo }) => childrenTo))])
  for (const target of targets) assertTakes(target, units)
  return {
    edits: { ...noEdits, ended, moved: await ownWays(desk, units, homes) },
    effects: { members: [], ended: ended.map(({ unitId, childrenTo }) => ({ unitId, home: childrenTo })), roles },
    subject: { name: levelName(desk.tx, level), count: units.length },
  }
}

/** Units that hang on one that ends and go elsewhere than the others; homes of units that stand on are of no account. */
async function ownWays(desk: Desk, units: readonly Place[], homes: Readonly<Record<string, string>>) {
  const ending = new Set(units.map(({ unitId }) => unitId))
  const named = await readPlaces(
    desk,
    Object.keys(homes).filter((unitId) => !ending.has(unitId)),
  )
  const going = named.filter(({ parentId }) => parentId && ending.has(parentId))
  const homeOf = ({ unitId }: Place) => homes[unitId]!
  const targets = await readPlaces(desk, [...new Set(going.map(homeOf))])
  for (const place of going) assertChangeable(place)
  for (const target of targets) {
    // It may hang on a unit that ends, and then goes on with the others; on one that goes its own way it may not.
    assertTakes(target, going)
    if (ending.has(target.unitId)) throw new Conflict('reorganisation.home-ends', { name: target.name })
  }
  return going.map((place) => ({ unitId: place.unitId, parentId: homeOf(place) }))
}
