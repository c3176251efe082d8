import {
  authorize,
  Conflict,
  inScope,
  may,
  NotFound,
  type Scope,
  type TenantContext,
  type TransactionContext,
  todayOf,
} from '@sotay/kernel'
import { and, eq, not, or, type SQL, type SQLWrapper } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { asOf, unit } from '../organisation'
import { type Approver, decidedBy, findApprover } from './approver'
import { account, roleGrant } from './schema'

/**
 * Where an actor looks after accounts: the units they manage, the members they approve, and where accounts are issued
 * instead of approved, the units they issue them for (R4, QN 16.2, ĐX II.2.4).
 */
export interface Overseer {
  manages: Scope
  issues: Scope
  approves?: Approver
}

const nowhere: Scope = { paths: [] }

/** @throws NotFound for who looks after no accounts */
export function overseerOf(ctx: TenantContext): Overseer {
  authorize(ctx, 'accounts.oversee')
  return {
    manages: may(ctx, 'accounts.manage') ? authorize(ctx, 'accounts.manage') : nowhere,
    issues:
      ctx.config.accounts.registration === 'issued' && may(ctx, 'accounts.issue')
        ? authorize(ctx, 'accounts.issue')
        : nowhere,
    approves: findApprover(ctx),
  }
}

/** @throws NotFound for who manages no accounts, though they may approve some */
export function managerOf(ctx: TenantContext): Overseer {
  return { manages: authorize(ctx, 'accounts.manage'), issues: nowhere }
}

/** The condition that the overseer looks after members of the unit at `home`. */
export const overseen = (
  ctx: TenantContext,
  { manages, issues, approves }: Overseer,
  home: SQLWrapper,
): SQL | undefined =>
  or(inScope(home, manages), inScope(home, issues), approves ? decidedBy(ctx, approves, home) : undefined)

/**
 * Loads an account the overseer may act on, held until the transaction ends.
 * @throws NotFound when it is not theirs · Conflict when it is their own, or of who holds an office beyond their units
 */
export async function loadOverseen(tx: TransactionContext, overseer: Overseer, accountId: string) {
  const [found] = await tx.db
    .select({
      id: account.id,
      memberId: member.id,
      status: account.status,
      decidedBy: account.decidedBy,
      restrictedUntil: account.restrictedUntil,
      hasSecondFactor: account.totpSecret,
    })
    .from(account)
    .innerJoin(member, and(eq(member.id, account.memberId), inRoster))
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(eq(account.id, accountId), overseen(tx, overseer, unit.path)))
    .for('update', { of: account })
  if (!found) throw new NotFound()
  if (tx.actor.kind === 'member' && tx.actor.memberId === found.memberId) throw new Conflict('accounts.own-account')
  await assertNoHigherOffice(tx, overseer, found.memberId)
  return { ...found, hasSecondFactor: found.hasSecondFactor !== null }
}

/** A committee does not bar the officer of one above it who happens to be a member of its cell. */
async function assertNoHigherOffice(tx: TransactionContext, { manages, issues, approves }: Overseer, memberId: string) {
  if (approves === 'everyone') return
  const paths = [...manages.paths, ...issues.paths, ...(approves?.paths ?? [])]
  const [higher] = await tx.db
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .innerJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(and(eq(roleGrant.memberId, memberId), asOf(roleGrant, todayOf(tx)), not(inScope(unit.path, { paths }))))
    .limit(1)
  if (higher) throw new Conflict('accounts.higher-office')
}
