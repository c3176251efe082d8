import { Conflict } from '@sotay/kernel'
import { assertHangs, noEdits } from '../organisation'
import { assertChangeable, assertTakes, type Desk, readPlaces } from './desk'
import { type Draft, type InputOf, noEffects } from './draft'

/** A unit that hangs on another one, with all below it. */
export async function draftMove(desk: Desk, { unitId, parentId }: InputOf<'move'>): Promise<Draft> {
  const [place, parent] = await readPlaces(desk, [unitId, parentId])
  const { name, parentId: before } = place!
  if (before === null) throw new Conflict('reorganisation.root', { name })
  assertChangeable(place!)
  if (before === parentId) throw new Conflict('reorganisation.nothing-changes', { name })
  assertTakes(parent!, [place!])
  assertHangs(desk.tx, place!, parent)
  const moved = [{ unitId, parentId }]
  return { edits: { ...noEdits, moved }, effects: noEffects, subject: { name, to: parent!.name } }
}
