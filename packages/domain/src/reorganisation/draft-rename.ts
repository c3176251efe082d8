import { Conflict } from '@sotay/kernel'
import { noEdits } from '../organisation'
import { assertChangeable, type Desk, readPlaces } from './desk'
import { type Draft, type InputOf, noEffects } from './draft'

/** A unit that is called otherwise. */
export async function draftRename(desk: Desk, { unitId, name }: InputOf<'rename'>): Promise<Draft> {
  const [place] = await readPlaces(desk, [unitId])
  assertChangeable(place!)
  if (place!.name === name) throw new Conflict('reorganisation.nothing-changes', { name })
  const renamed = [{ unitId, name }]
  return { edits: { ...noEdits, renamed }, effects: noEffects, subject: { name: place!.name, to: name } }
}
