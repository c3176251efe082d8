import { Conflict, NotFound, newId } from '@sotay/kernel'
import { countDistinct, eq, sql } from 'drizzle-orm'
import { membership } from '../members'
import { assertLevelOpen, noEdits } from '../organisation'
import { assertChangeable, assertEndable, assertTakes, type Desk, readPlaces } from './desk'
import { type Draft, type InputOf, noEffects } from './draft'

/** One unit becomes several: new ones beside it, with those who go there; the rest stay. */
export async function draftSplit(desk: Desk, { unitId, into }: InputOf<'split'>): Promise<Draft> {
  const [place] = await readPlaces(desk, [unitId])
  assertEndable(place!)
  const { parentId, kind, level, name } = place!
  const [parent] = await readPlaces(desk, [parentId!])
  assertTakes(parent!)
  if (kind !== 'agency') assertLevelOpen(desk.tx, level, desk.on)
  const parts = into.map((part) => ({ ...part, unitId: newId() }))
  const memberIds = onlyOnce(parts.flatMap((part) => part.memberIds))
  const children = await readPlaces(desk, onlyOnce(parts.flatMap((part) => part.childIds)))
  if (children.some((child) => child.parentId !== unitId)) throw new NotFound()
  for (const child of children) assertChangeable(child)
  await assertThere(desk, unitId, memberIds)
  const created = parts.map((part) => ({ unitId: part.unitId, parentId: parentId!, kind, level, name: part.name }))
  const moved = parts.flatMap((part) => part.childIds.map((child) => ({ unitId: child, parentId: part.unitId })))
  const members = parts
    .filter((part) => part.memberIds.length > 0)
    .map((part) => ({ from: unitId, to: part.unitId, memberIds: part.memberIds }))
  return {
    edits: { ...noEdits, created, moved },
    effects: { ...noEffects, members },
    subject: { name, to: parts.map((part) => part.name).join(', ') },
  }
}

function onlyOnce(ids: string[]): string[] {
  if (new Set(ids).size < ids.length) throw new Conflict('reorganisation.twice')
  return ids
}

async function assertThere({ tx, on }: Desk, unitId: string, memberIds: string[]): Promise<void> {
  if (memberIds.length === 0) return
  const given = sql`${membership.memberId} = any(string_to_array(${memberIds.join(',')}, ',')::uuid[])`
  const lasting = sql`(${membership.validUntil} is null or ${membership.validUntil} >= ${on}::date)`
  const [there] = await tx.db
    .select({ people: countDistinct(membership.memberId) })
    .from(membership)
    .where(sql`${eq(membership.unitId, unitId)} and ${given} and ${lasting}`)
  if (there?.people !== memberIds.length) throw new Conflict('reorganisation.not-in-cell')
}
