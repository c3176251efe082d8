import { account, issueFirstAccount, printLetters, roleGrant } from '@sotay/domain/accounts'
import { Conflict } from '@sotay/kernel'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { recordOperation } from '../record-operation'

/**
 * The letter to the first administrator, with a password that works once. A letter made before works no more; once the
 * administrator has signed in there is none. The letter is answered and kept nowhere.
 * @throws NotFound · Conflict when the administrator has an account in use
 * Source: ĐX II.2.4
 */
export async function firstLetter(ctx: OperationsContext, slug: string): Promise<Buffer> {
  const province = await ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })
  const [first] = await province.db
    .select({ memberId: roleGrant.memberId })
    .from(roleGrant)
    .where(eq(roleGrant.role, 'tenant_admin'))
    .orderBy(asc(roleGrant.id))
    .limit(1)
  if (!first) throw new Conflict('operations.no-administrator', { slug })
  const letter = await issueFirstAccount(province, { memberId: first.memberId })
  if (!letter) throw new Conflict('operations.administrator-in', { slug })
  await recordOperation(ctx, 'tenant.first-letter', slug, { memberId: first.memberId })
  return printLetters(province, [letter])
}

/** Whether a province has a first administrator who has still to use their letter. */
export async function awaitsFirst(ctx: OperationsContext, slug: string): Promise<boolean> {
  const { db } = await ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })
  const [first] = await db
    .select({ used: account.id })
    .from(roleGrant)
    .leftJoin(account, and(eq(account.memberId, roleGrant.memberId), isNull(account.passwordExpiresAt)))
    .where(eq(roleGrant.role, 'tenant_admin'))
    .orderBy(asc(roleGrant.id))
    .limit(1)
  return first !== undefined && first.used === null
}
