import { Conflict, Invalid } from '@sotay/kernel'
import { noEdits } from '../organisation'
import { assertEndable, assertTakes, type Desk, type Place, readPlaces } from './desk'
import type { Draft, InputOf } from './draft'

/** A unit that ends: what hangs on it goes to another, its members to a cell. */
export async function draftDissolve(desk: Desk, input: InputOf<'dissolve'>): Promise<Draft> {
  const { unitId, roles } = input
  const [place] = await readPlaces(desk, [unitId])
  assertEndable(place!)
  const cell = await receivingCell(desk, input, place!)
  const [home] = place!.kind === 'cell' ? [] : await readPlaces(desk, [input.childrenTo ?? place!.parentId!])
  if (home) assertTakes(home, [place!])
  const to = cell ?? home
  return {
    edits: { ...noEdits, ended: [{ unitId, childrenTo: home?.unitId ?? null }] },
    effects: {
      members: cell ? [{ from: unitId, to: cell.unitId }] : [],
      ended: [{ unitId, home: to?.unitId ?? null }],
      roles,
    },
    subject: { name: place!.name, ...(to ? { to: to.name } : {}) },
  }
}

async function receivingCell(desk: Desk, { membersTo }: InputOf<'dissolve'>, place: Place): Promise<Place | undefined> {
  if (!membersTo) {
    if (place.kind === 'cell') throw new Invalid({ membersTo: ['reorganisation.cell-needed'] })
    return undefined
  }
  const [cell] = await readPlaces(desk, [membersTo])
  assertTakes(cell!, [place])
  if (cell!.kind !== 'cell') throw new Conflict('reorganisation.not-a-cell', { name: cell!.name })
  return cell
}
