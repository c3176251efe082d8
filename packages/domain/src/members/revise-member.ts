import { audit, authorize, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { eq, sql } from 'drizzle-orm'
import { mergeEdit } from './edit-clash'
import { type ReviseMember, reviseMemberInput } from './inputs'
import { checkLine, probationEnd } from './line-rules'
import { loadMember } from './read-member-line'
import { recordMemberChanges } from './record-changes'
import { refuseDuplicates, refuseSameCard } from './refuse-duplicates'
import { member } from './schema'

const columns = [
  'fullName',
  'cardNumber',
  'phone',
  'gender',
  'birthDate',
  'admittedOn',
  'confirmedOn',
  'probationEndsOn',
] as const
type Line = Record<(typeof columns)[number], string | null>

/**
 * Corrects a line of the roster. Of two who edit at once, fields that only one of them touched merge.
 * @returns the fields that changed
 * @throws NotFound outside the actor's scope · Invalid by field · EditClash (a Conflict) when both changed one field ·
 * Conflict for somebody who left, or a card or number somebody else has
 * Source: R8
 */
export async function reviseMember(ctx: TenantContext, input: ReviseMember): Promise<{ changed: string[] }> {
  const scope = authorize(ctx, 'members.manage')
  const { memberId, seen, sharedPhone, ...given } = reviseMemberInput.parse(input)
  return transaction(ctx, async (tx) => {
    const held = await loadMember(tx, scope, memberId)
    if (held.leftOn) throw new Conflict('members.has-left')
    const { written, ...kept } = checkLine(tx, { ...given, status: held.status }, held)
    const typed: Line = { ...pick(given), ...kept }
    const current = pick(held)
    const mine = mergeEdit(given.revision === held.revision ? current : seen, typed, current)
    if (Object.keys(mine).length === 0) return { changed: [] }
    // What merges must hold together too: each half may be right and the whole not.
    checkLine(tx, { ...held, ...mine }, held)
    if (mine.admittedOn !== undefined && mine.probationEndsOn === undefined) {
      mine.probationEndsOn = probationEnd(tx, held.status, mine.admittedOn) ?? held.probationEndsOn
    }
    const numbers = { written, phone: mine.phone ?? null }
    await refuseDuplicates(tx, scope, { ...numbers, sharedPhone, except: memberId })
    await tx.db
      .update(member)
      .set({ ...(mine as Partial<typeof held>), revision: sql`${member.revision} + 1` })
      .where(eq(member.id, memberId))
      .catch(refuseSameCard)
    const changed = Object.keys(mine)
    await recordMemberChanges(
      tx,
      memberId,
      changed.map((field) => ({
        field,
        before: current[field as keyof Line],
        after: mine[field as keyof Line] ?? null,
      })),
    )
    audit(tx, 'members.revised', { id: memberId }, { fields: changed })
    return { changed }
  })
}

const pick = (from: { [Field in keyof Line]: string | null }): Line =>
  Object.fromEntries(columns.map((field) => [field, from[field]])) as Line
