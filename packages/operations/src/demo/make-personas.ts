import { account } from '@sotay/domain/accounts'
import { makeAccount } from '@sotay/domain/accounts/factory'
import { addMember, member } from '@sotay/domain/members'
import { demonstrationBranch, levelRank, type Unit, unit } from '@sotay/domain/organisation'
import type { TenantContext } from '@sotay/kernel'
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { type Persona, personasOf } from './personas'

/**
 * Puts the personas on the roster with their accounts and roles; those that are there stay as they are.
 * @returns how many were added
 */
export async function makePersonas(ctx: TenantContext): Promise<number> {
  const agencies = await ctx.db.select().from(unit).where(eq(unit.kind, 'agency')).orderBy(asc(unit.id))
  const branch = await demonstrationBranch(ctx)
  let added = 0
  const last = branch.at(-1)!
  const next = await cellBeside(ctx, last)
  for (const persona of personasOf(ctx)) {
    const beside = persona.at === 'beside'
    if (beside && !next) continue
    const [place, home] = beside ? [next!, next!] : [placeOf(ctx, persona, agencies, branch), last]
    if (await makePersona(ctx, persona, place, home)) added++
  }
  return added
}

/** The first other cell of today under the same committee. */
async function cellBeside({ db }: TenantContext, { id, parentId }: Unit): Promise<Unit | undefined> {
  if (!parentId) return undefined
  const [found] = await db
    .select()
    .from(unit)
    .where(and(eq(unit.parentId, parentId), eq(unit.kind, 'cell'), ne(unit.id, id), isNull(unit.validUntil)))
    .orderBy(asc(unit.path))
    .limit(1)
  return found
}

async function makePersona(ctx: TenantContext, persona: Persona, place: Unit, home: Unit): Promise<boolean> {
  const { cardNumber, name, phone, status, password, totpSecret, role } = persona
  const [known] = await ctx.db.select({ id: member.id }).from(member).where(eq(member.cardNumber, cardNumber))
  const memberId =
    known?.id ?? (await addMember(ctx, { unitId: home.id, fullName: name, cardNumber, phone, status: 'full' })).id
  if (status === 'not_registered') return !known
  const [registered] = await ctx.db.select({ id: account.id }).from(account).where(eq(account.memberId, memberId))
  if (registered) return false
  const roles = role === 'member' ? [] : [{ role, unitId: place.id }]
  await makeAccount(ctx, { memberId, password, status, totp: totpSecret, roles })
  return true
}

/** A level that no unit of the branch stands at is served by the nearest above. */
function placeOf(ctx: TenantContext, { at }: Persona, agencies: readonly Unit[], branch: readonly Unit[]): Unit {
  const agency = /^agency:(.+)$/.exec(at)?.[1]
  if (agency) return agencies.find((entry) => entry.level === agency) ?? branch[0]!
  if (at === 'steering') return branch[0]!
  if (at === 'member') return branch.at(-1)!
  return branch.findLast((entry) => levelRank(ctx, entry.level) <= levelRank(ctx, at)) ?? branch[0]!
}
