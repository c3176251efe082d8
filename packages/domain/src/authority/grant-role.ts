import { audit, Conflict, newId, type TenantContext, type TransactionContext, transaction } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { and, eq, inArray } from 'drizzle-orm'
import { giveRoles, roleGrant } from '../accounts'
import { recordDecision } from '../organisation'
import { assertDecided } from './decided'
import { assertGrantable, grantingOf, grantingScope } from './granting'
import { type GrantRole, grantRoleInput } from './inputs'
import { loadPeople } from './load-people'
import { loadPlace } from './load-place'
import { overlapping, type Period, periodFrom } from './period'
import { grantProposal } from './schema'

export interface Granted {
  /** What is in force or planned now. */
  grantIds: string[]
  /** What a second officer must confirm first. */
  proposalIds: string[]
}

export interface Holding extends Period {
  memberId: string
  role: RoleKey
  unitId: string
  decisionId?: string | null
}

/**
 * Grants a role at a unit over a period to one or several members, all or none. Where the role asks for four eyes, it is
 * proposed to a second officer instead, and where it asks for a decision it carries one; an operation of the vendor, who
 * brings a province its first officers, is held to neither.
 * @throws NotFound when unit or member is outside the actor's scope · Invalid for the days, and without a
 *   decision where one is needed · Conflict for a role the actor
 *   may not hand out there, for oneself, and for what somebody holds already
 * Source: R4, QN 6, 6.7, 10.1.3
 */
export async function grantRole(ctx: TenantContext, input: GrantRole): Promise<Granted> {
  const granting = grantingOf(ctx)
  const { memberIds, role: named, unitId, decision, ...days } = grantRoleInput.parse(input)
  const period = periodFrom(ctx, days)
  return transaction(ctx, async (tx) => {
    const place = await loadPlace(tx, unitId, period.validFrom)
    const role = assertGrantable(tx, granting, named, place)
    assertDecided(decision, needsDecision(tx, role))
    const people = await loadPeople(tx, grantingScope(granting), memberIds)
    const given = { role, unitId, ...period }
    await assertNotHeld(
      tx,
      people.map(({ id }) => ({ memberId: id, ...given })),
    )
    const decisionId = decision ? (await recordDecision(tx, decision)).id : null
    const holdings = people.map(({ id }) => ({ memberId: id, ...given, decisionId }))
    if (needsFourEyes(tx, role)) return { grantIds: [], proposalIds: await proposeRoles(tx, holdings) }
    const granted = await giveRoles(tx, holdings)
    for (const grant of granted) audit(tx, 'authority.role-granted', grant, { ...given, decisionId })
    return { grantIds: granted.map(({ id }) => id), proposalIds: [] }
  })
}

/** Whether the configuration wants a second officer for the role, from whom has one. */
export const needsFourEyes = ({ config, actor }: TenantContext, role: RoleKey): boolean =>
  actor.kind === 'member' && (config.accounts.fourEyes?.roles.includes(role) ?? false)

/** Whether the configuration gives the role by decision alone, from whom has it. */
const needsDecision = ({ config, actor }: TenantContext, role: RoleKey): boolean =>
  actor.kind === 'member' && (config.accounts.decidedGrants?.roles.includes(role) ?? false)

/** @throws Conflict when one of them holds the role there on a day of the period, or is proposed for it */
export async function assertNotHeld(tx: TransactionContext, holdings: Holding[]): Promise<void> {
  const [first] = holdings
  if (!first) return
  const memberIds = holdings.map(({ memberId }) => memberId)
  const same = (table: typeof roleGrant | typeof grantProposal) =>
    and(
      inArray(table.memberId, memberIds),
      eq(table.role, first.role),
      eq(table.unitId, first.unitId),
      overlapping(table, first),
    )
  const direct = inArray(roleGrant.source, ['direct', 'approval'])
  const [held] = await tx.db
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(and(same(roleGrant), direct))
    .limit(1)
  if (held) throw new Conflict('authority.already-held')
  const [waiting] = await tx.db
    .select({ id: grantProposal.id })
    .from(grantProposal)
    .where(and(same(grantProposal), eq(grantProposal.status, 'awaiting')))
    .limit(1)
  if (waiting) throw new Conflict('authority.already-proposed')
}

/** Leaves the roles for a second officer to decide. */
export async function proposeRoles(tx: TransactionContext, holdings: Holding[]): Promise<string[]> {
  if (tx.actor.kind !== 'member') throw new Error('only an officer proposes')
  const made = { status: 'awaiting' as const, proposedBy: tx.actor.memberId, proposedAt: tx.clock.now() }
  const rows = holdings.map((holding) => ({ id: newId(), ...holding, ...made }))
  await tx.db.insert(grantProposal).values(rows)
  for (const row of rows) {
    const { role, unitId, validFrom, validUntil } = row
    audit(tx, 'authority.role-proposed', row, { role, unitId, validFrom, validUntil })
  }
  return rows.map(({ id }) => id)
}
