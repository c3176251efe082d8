import { member, membership } from '@sotay/domain/members'
import { childPath, firstVersion, unit, unitVersion } from '@sotay/domain/organisation'
import { newId, type TransactionContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import type { FictionalMember } from './fictional-member'

export interface NewUnit {
  parentId: string
  parentPath: string
  kind: 'committee' | 'cell'
  level: string
  name: string
  validFrom: string
}

export interface PlacedUnit extends NewUnit {
  id: string
  path: string
}

/** Gives units their ids and paths. */
export const placeUnit = (given: NewUnit): PlacedUnit => {
  const id = newId()
  return { ...given, id, path: childPath(given.parentPath, id) }
}

const BATCH = 1000

/** Adds units in large statements; parents must come before their children. */
export async function insertUnits(tx: Pick<TransactionContext, 'db'>, units: readonly PlacedUnit[]): Promise<void> {
  for (let at = 0; at < units.length; at += BATCH) {
    const rows = units.slice(at, at + BATCH).map(({ parentPath: _, ...row }) => row)
    const added = await tx.db.insert(unit).values(rows).returning()
    await tx.db.insert(unitVersion).values(added.map((row) => firstVersion(row)))
  }
}

/**
 * Adds members in one statement with one parameter; a card already on the roster is passed over.
 * @returns how many were added
 */
export async function insertMembers(
  tx: Pick<TransactionContext, 'db'>,
  members: readonly FictionalMember[],
): Promise<number> {
  const rows = await tx.db.execute(sql`
    with added as (insert into ${member} (id, unit_id, full_name, card_number, phone, gender, status, birth_date, admitted_on,
      confirmed_on, probation_ends_on, exempt_from, exempt_until, created_at)
    select id, unit_id, full_name, card_number, phone, gender, status, birth_date, admitted_on, confirmed_on, probation_ends_on,
      exempt_from, exempt_until, created_at
    from json_to_recordset(${JSON.stringify(members)}::text::json) as given (id uuid, unit_id uuid, full_name text,
      card_number text, phone text, gender text, status text, birth_date date, admitted_on date, confirmed_on date,
      probation_ends_on date, exempt_from date, exempt_until date, created_at timestamptz)
    on conflict (card_number) do nothing returning id, unit_id, admitted_on, created_at)
    insert into ${membership} (id, member_id, unit_id, kind, valid_from)
    select gen_random_uuid(), added.id, unit_id, 'primary', greatest(coalesce(admitted_on, added.created_at::date), valid_from)
    from added join ${unit} home on home.id = added.unit_id`)
  return (rows as unknown as { count: number }).count
}
