import { newId } from '@sotay/kernel'
import { assertHangs, assertLevelOpen, noEdits } from '../organisation'
import { assertTakes, type Desk, readPlaces } from './desk'
import { type Draft, type InputOf, noEffects } from './draft'

/** A unit that begins. Source: QN 10.2.1 */
export async function draftCreate(desk: Desk, input: InputOf<'create'>): Promise<Draft> {
  const { parentId, unitKind: kind, level, name } = input
  const [parent] = await readPlaces(desk, [parentId])
  assertTakes(parent!)
  assertHangs(desk.tx, { kind, level }, parent)
  assertLevelOpen(desk.tx, level, desk.on)
  const created = [{ unitId: newId(), parentId, kind, level, name }]
  return { edits: { ...noEdits, created }, effects: noEffects, subject: { name } }
}
