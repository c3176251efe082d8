import { Conflict, Invalid, newId } from '@sotay/kernel'
import { assertLevelOpen, noEdits } from '../organisation'
import { assertEndable, assertTakes, type Desk, type Place, readPlaces } from './desk'
import type { Draft, InputOf } from './draft'

/** Several units become one of them, or a new one beside the first. */
export async function draftMerge(desk: Desk, input: InputOf<'merge'>): Promise<Draft> {
  const { targetId, roles } = input
  const units = await readPlaces(
    desk,
    [...new Set(input.unitIds)].filter((unitId) => unitId !== targetId),
  )
  for (const place of units) assertEndable(place)
  const made = targetId ? undefined : await newTarget(desk, input, units)
  const target = made ?? (await standingTarget(desk, targetId!, units))
  const unlike = units.find((place) => place.kind !== target.kind || place.level !== target.level)
  if (unlike) throw new Conflict('reorganisation.unlike-units', { name: unlike.name })
  const ids = units.map((place) => place.unitId)
  return {
    edits: {
      ...noEdits,
      created: made ? [made] : [],
      ended: ids.map((unitId) => ({ unitId, childrenTo: target.unitId })),
    },
    effects: {
      members: ids.map((from) => ({ from, to: target.unitId })),
      ended: ids.map((unitId) => ({ unitId, home: target.unitId })),
      roles,
    },
    subject: { name: units.map((place) => place.name).join(', '), to: target.name },
  }
}

async function standingTarget(desk: Desk, targetId: string, units: Place[]) {
  if (units.length === 0) throw new Conflict('reorganisation.nothing-to-merge')
  const [target] = await readPlaces(desk, [targetId])
  assertTakes(target!, units)
  return target!
}

async function newTarget(desk: Desk, { name }: InputOf<'merge'>, units: Place[]) {
  if (units.length < 2) throw new Conflict('reorganisation.nothing-to-merge')
  if (!name) throw new Invalid({ name: ['reorganisation.name-needed'] })
  const { parentId, kind, level } = units[0]!
  const [parent] = await readPlaces(desk, [parentId!])
  assertTakes(parent!, units)
  if (kind !== 'agency') assertLevelOpen(desk.tx, level, desk.on)
  return { unitId: newId(), parentId: parentId!, kind, level, name }
}
