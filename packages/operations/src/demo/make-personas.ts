import { account } from '@sotay/domain/accounts'
import { makeAccount } from '@sotay/domain/accounts/factory'
import { addMember, member } from '@sotay/domain/members'
import { unit } from '@sotay/domain/organisation'
import type { TenantContext } from '@sotay/kernel'
import { asc, eq } from 'drizzle-orm'
import { type Persona, personasOf } from './personas'

interface Place {
  id: string
  path: string
  kind: string
  level: string
}

/**
 * Puts the personas on the roster with their accounts and roles; those that are there stay as they are.
 * @returns how many were added
 */
export async function makePersonas(ctx: TenantContext): Promise<number> {
  const columns = { id: unit.id, path: unit.path, kind: unit.kind, level: unit.level }
  const units = await ctx.db.select(columns).from(unit).orderBy(asc(unit.path))
  const branch = demonstrationBranch(ctx, units)
  let added = 0
  for (const persona of personasOf(ctx)) {
    if (await makePersona(ctx, persona, placeOf(persona, units, branch), branch.at(-1)!)) added++
  }
  return added
}

async function makePersona(ctx: TenantContext, persona: Persona, place: Place, home: Place): Promise<boolean> {
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

/** The way down, root first, to a cell that has a committee at every level above it. */
function demonstrationBranch(ctx: TenantContext, units: readonly Place[]): Place[] {
  const meeting = new Set(ctx.config.organisation.levels.filter((level) => level.members).map(({ key }) => key))
  const byPath = new Map(units.map((entry) => [entry.path, entry]))
  const wayTo = ({ path }: Place) =>
    path.split('.').map((_, depth, labels) => byPath.get(labels.slice(0, depth + 1).join('.'))!)
  const cells = units.filter((entry) => meeting.has(entry.level)).map(wayTo)
  const deepest = Math.max(...cells.map((way) => way.length))
  const root = units.find((entry) => !entry.path.includes('.'))!
  return cells.find((way) => way.length === deepest) ?? [root]
}

function placeOf({ at }: Persona, units: readonly Place[], branch: readonly Place[]): Place {
  const agency = /^agency:(.+)$/.exec(at)?.[1]
  if (agency) return units.find((entry) => entry.kind === 'agency' && entry.level === agency) ?? branch[0]!
  if (at === 'steering') return branch[0]!
  return branch.find((entry) => entry.level === at) ?? branch.at(-1)!
}
