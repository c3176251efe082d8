import { addDays, audit, type TransactionContext, todayOf } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { delegation, roleGrant } from '../accounts'
import { custody, grantProposal, seat, userGroup, userGroupMember } from './schema'

/** Whose offices end, and after which day. */
export interface Ending {
  memberId: string
  /** Only what is held at this unit; everything where absent. */
  unitId?: string
  /** The last day they are held. */
  last: string
}

interface Ended extends Record<string, unknown> {
  kind: 'roles' | 'custodies' | 'groups' | 'delegations' | 'proposals'
  memberId: string
  id: string
}

/**
 * Ends what members hold, as part of a larger act: roles, custodies of seats, places in groups, delegations given and
 * received, roles proposed. At one unit only those of its own seats and groups. What is over already stays as it was.
 * @param cause what ends them, as their history names it: `left:deceased`, `transfer:<id>`
 * @returns how many roles ended
 * Source: QN 2.6, 10.1.3, 16.4
 */
export async function endOffices(tx: TransactionContext, endings: readonly Ending[], cause: string): Promise<number> {
  if (endings.length === 0) return 0
  const given = sql`json_to_recordset(${JSON.stringify(endings)}::text::json) as given("memberId" uuid, "unitId" uuid, last date)`
  const ended = [
    ...(await endPeriods(tx, given, cause)),
    ...(await tx.db.execute<Ended>(sql`
      update ${delegation} held set ended_at = ${now(tx)} from ${given}
      where given."memberId" in (held.from_member_id, held.to_member_id) and ${at(sql`held.unit_id`)}
        and held.ended_at is null and ${lasting(tx)}
      returning 'delegations' as kind, given."memberId", held.id`)),
    ...(await tx.db.execute<Ended>(sql`
      update ${grantProposal} held set status = 'withdrawn', decided_at = ${now(tx)} from ${given}
      where given."memberId" = held.member_id and ${at(sql`held.unit_id`)} and held.status = 'awaiting'
      returning 'proposals' as kind, given."memberId", held.id`)),
  ]
  for (const { memberId, last } of endings) {
    const own = ended.filter((one) => one.memberId === memberId)
    const held: Record<string, string[]> = {}
    for (const { kind, id } of own) held[kind] = [...(held[kind] ?? []), id]
    if (own.length > 0) audit(tx, 'authority.offices-ended', { id: memberId }, { cause, last, ...held })
  }
  return ended.filter(({ kind }) => kind === 'roles').length
}

/** One that would have begun later holds no days; a role tells so by ending before it began, a custody by its mark. */
async function endPeriods(tx: TransactionContext, given: SQL, cause: string): Promise<Ended[]> {
  const whose = sql`given."memberId" = held.member_id and ${lasting(tx)}`
  const custodies = await tx.db.execute<Ended>(sql`
    update ${custody} held set valid_until = greatest(held.valid_from, given.last), cancelled = held.valid_from > given.last,
      ended_by = ${cause} from ${seat}, ${given}
    where seat.id = held.seat_id and ${whose} and ${at(sql`seat.unit_id`)} and not held.cancelled
    returning 'custodies' as kind, given."memberId", held.id`)
  const groups = await tx.db.execute<Ended>(sql`
    update ${userGroupMember} held set valid_until = given.last from ${userGroup}, ${given}
    where user_group.id = held.group_id and ${whose} and ${at(sql`user_group.unit_id`)}
    returning 'groups' as kind, given."memberId", held.id`)
  const sources = [...custodies, ...groups].map(({ id }) => id).join(',')
  const roles = await tx.db.execute<Ended>(sql`
    update ${roleGrant} held set valid_until = given.last, ended_by = ${cause} from ${given}
    where ${whose} and (held.source_id = any(string_to_array(${sources}, ',')::uuid[])
      or (held.source in ('direct', 'approval') and ${at(sql`held.unit_id`)}))
    returning 'roles' as kind, given."memberId", held.id`)
  return [...custodies, ...groups, ...roles]
}

const at = (unitId: SQL): SQL => sql`coalesce(given."unitId" = ${unitId}, true)`

const now = (tx: TransactionContext): SQL => sql`${tx.clock.now().toISOString()}::timestamptz`

const lasting = (tx: TransactionContext): SQL =>
  sql`coalesce(held.valid_until > greatest(given.last, ${addDays(todayOf(tx), -1)}::date), true)`
