import { addDays, Conflict, type TransactionContext, todayOf } from '@sotay/kernel'
import { inArray, sql } from 'drizzle-orm'
import { endOffices } from '../authority'
import { membership } from '../members'
import { unit } from '../organisation'
import { closeOffices } from './close-offices'
import type { Effects } from './draft'
import { moveMembers } from './move-members'
import { moveRoles } from './move-roles'

export interface EffectCounts {
  membersMoved: number
  rolesMoved: number
  rolesEnded: number
  seatsClosed: number
}

/**
 * Does what a change does besides the tree: members and roles move, seats close.
 * @throws Conflict when members of a unit that ends would be left without a cell
 */
export async function applyEffects(
  tx: TransactionContext,
  { changeId, on }: { changeId: string; on: string },
  effects: Effects,
): Promise<EffectCounts> {
  const today = todayOf(tx)
  const endedIds = effects.ended.map(({ unitId }) => unitId)
  await holdUnits(tx, [...endedIds, ...effects.members.map(({ from }) => from)])
  const membersMoved = await moveMembers(tx, { changeId, on, today }, effects.members)
  await assertNobodyLeft(tx, on, endedIds)
  const { moved, ended } = await moveRoles(tx, { on }, effects)
  const given = await endOffices(tx, leaving(effects, addDays(on, -1)), `change:${changeId}`)
  const seatsClosed = await closeOffices(tx, { on }, endedIds)
  return { membersMoved, rolesMoved: moved, rolesEnded: ended + given, seatsClosed }
}

/** Who goes from a cell that stays as others' holds nothing there any more. */
const leaving = ({ members }: Effects, last: string) =>
  members.flatMap(({ from, memberIds = [] }) => memberIds.map((memberId) => ({ memberId, unitId: from, last })))

/** Whoever is being put into one of the units now is waited for; whoever comes after finds it changed. */
async function holdUnits(tx: TransactionContext, unitIds: string[]): Promise<void> {
  const rows = tx.db.select({ id: unit.id }).from(unit).where(inArray(unit.id, unitIds))
  if (unitIds.length > 0) await rows.orderBy(unit.id).for('update')
}

async function assertNobodyLeft(tx: TransactionContext, on: string, unitIds: string[]): Promise<void> {
  if (unitIds.length === 0) return
  const [left] = await tx.db.execute<{ name: string; people: number }>(sql`
    select home.name, count(distinct stay.member_id)::int as people from ${membership} stay join ${unit} home on home.id = stay.unit_id
    where stay.unit_id = any(string_to_array(${unitIds.join(',')}, ',')::uuid[])
      and (stay.valid_until is null or stay.valid_until >= ${on}::date)
    group by home.id limit 1`)
  if (left) throw new Conflict('reorganisation.members-need-cell', left)
}
