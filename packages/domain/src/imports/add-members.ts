import { newId, type TransactionContext, todayOf } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { member, membership, probationEnd, readCardNumber } from '../members'
import { anyOf } from './any-of'
import type { Refusal, StoredRow, Taking } from './apply-rows'

/** Puts the new ones on the roster with their membership from today on. @returns cards that somebody has by now */
export async function addMembers(
  tx: TransactionContext,
  { batchId }: Taking,
  rows: readonly StoredRow[],
): Promise<Refusal[]> {
  if (rows.length === 0) return []
  const held = await heldCards(tx, rows)
  const given = rows
    .filter(({ line }) => !held.has(line))
    .map(({ memberId: id, values: { unit: _, parentUnit: __, ...values } }) => {
      const status = values.status === 'probationary' ? 'probationary' : 'full'
      const probationEndsOn = probationEnd(tx, status, values.admittedOn ?? null)
      return { ...values, id, membershipId: newId(), status, probationEndsOn } as const
    })
  const inserted = await tx.db.execute<{ id: string }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as given(id uuid, "membershipId" uuid,
        "unitId" uuid, "fullName" text, "cardNumber" text, phone text, gender text, status text, "birthDate" date,
        "admittedOn" date, "confirmedOn" date, "probationEndsOn" date)
    ), added as (
      insert into ${member} (id, unit_id, full_name, card_number, phone, gender, status, birth_date, admitted_on, confirmed_on,
        probation_ends_on, created_at)
      select id, "unitId", "fullName", "cardNumber", phone, gender, status, "birthDate", "admittedOn", "confirmedOn",
        "probationEndsOn", ${tx.clock.now().toISOString()}::timestamptz
      from given on conflict (card_number) do nothing returning id
    )
    insert into ${membership} (id, member_id, unit_id, kind, valid_from, cause)
    select "membershipId", id, "unitId", 'primary', ${todayOf(tx)}::date, ${batchId}::uuid from given join added using (id)
    returning member_id as id`)
  const added = new Set(inserted.map(({ id }) => id))
  return rows
    .filter(({ memberId }) => !added.has(memberId!))
    .map(({ line }) => ({ line, field: 'cardNumber', error: { code: 'imports.card-taken' } }))
}

/** Lines whose card is on the roster by now, in whichever way it is written. */
async function heldCards(tx: TransactionContext, rows: readonly StoredRow[]): Promise<Set<number>> {
  const lineOf = new Map<string, number>()
  for (const { line, values } of rows) {
    for (const form of readCardNumber(tx, values.cardNumber ?? '')?.written ?? []) lineOf.set(form, line)
  }
  const found = await tx.db
    .select({ cardNumber: member.cardNumber })
    .from(member)
    .where(anyOf(member.cardNumber, [...lineOf.keys()]))
  return new Set(found.map(({ cardNumber }) => lineOf.get(cardNumber)!))
}
