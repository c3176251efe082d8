import {
  audit,
  authorize,
  Conflict,
  covers,
  dayIn,
  NotFound,
  newId,
  type Scope,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { decider } from './approve-account'
import { endSessionsOf } from './end-sessions'
import { type GrantRole, grantRoleInput } from './inputs'
import { account, roleGrant } from './schema'

/**
 * Grants a role at a unit over a period; the member's devices must sign in anew.
 * @throws NotFound when member or unit is outside the actor's scope · Conflict when the province has no such role
 * Source: R4
 */
export async function grantRole(ctx: TenantContext, input: GrantRole): Promise<{ id: string }> {
  const scope = authorize(ctx, 'accounts.manage')
  const { role: named, ...given } = grantRoleInput.parse(input)
  const role = ctx.config.roles.find((entry) => entry.key === named)?.key
  if (!role) throw new Conflict('accounts.unknown-role', { role: named })
  const { memberId, unitId, validUntil, validFrom = dayIn(ctx.config.timezone, ctx.clock.now()) } = given
  return transaction(ctx, async (tx) => {
    const [person] = await tx.db
      .select({ unitId: member.unitId })
      .from(member)
      .where(and(eq(member.id, memberId), inRoster))
    if (!person) throw new NotFound()
    await assertCovered(tx, scope, unitId)
    await assertCovered(tx, scope, person.unitId)
    const grant = { id: newId(), memberId, role, unitId, validFrom, validUntil, grantedBy: decider(tx) }
    await tx.db.insert(roleGrant).values(grant)
    await renewSessions(tx, memberId)
    audit(tx, 'accounts.role-granted', grant, { role, unitId, validFrom, validUntil })
    return { id: grant.id }
  })
}

/** Ends a role with the day before today, so that it is gone at once. @throws NotFound outside the actor's scope */
export async function endRole(ctx: TenantContext, { grantId }: { grantId: string }): Promise<void> {
  const scope = authorize(ctx, 'accounts.manage')
  await transaction(ctx, async (tx) => {
    const [held] = await tx.db.select().from(roleGrant).where(eq(roleGrant.id, grantId)).for('update')
    if (!held) throw new NotFound()
    await assertCovered(tx, scope, held.unitId)
    const yesterday = dayIn(tx.config.timezone, new Date(tx.clock.now().getTime() - 86_400_000))
    await tx.db.update(roleGrant).set({ validUntil: yesterday }).where(eq(roleGrant.id, grantId))
    await renewSessions(tx, held.memberId)
    audit(tx, 'accounts.role-ended', held, { role: held.role, unitId: held.unitId })
  })
}

async function assertCovered(tx: TransactionContext, scope: Scope, unitId: string): Promise<void> {
  const [place] = await tx.db.select({ path: unit.path }).from(unit).where(eq(unit.id, unitId))
  if (!place || !covers(scope, place.path)) throw new NotFound()
}

async function renewSessions(tx: TransactionContext, memberId: string): Promise<void> {
  const [held] = await tx.db.select({ id: account.id }).from(account).where(eq(account.memberId, memberId))
  if (held) await endSessionsOf(tx, held.id)
}
