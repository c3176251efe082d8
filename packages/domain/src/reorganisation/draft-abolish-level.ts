import { Conflict } from '@sotay/kernel'
import { levelName, noEdits } from '../organisation'
import { assertEndable, assertTakes, type Desk, readPlaces } from './desk'
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
    edits: { ...noEdits, ended },
    effects: { members: [], ended: ended.map(({ unitId, childrenTo }) => ({ unitId, home: childrenTo })), roles },
    subject: { name: levelName(desk.tx, level), count: units.length },
  }
}
