import { audit, inScope, NotFound, newId, type Scope, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { type IssueAccounts, issueAccountsInput } from './inputs'
import { issuingScope } from './list-issuable'
import { hashPassword, temporaryPassword } from './password'
import { account } from './schema'

/** What a printed letter to the member says; the password is nowhere else. */
export interface IssuedAccount {
  memberId: string
  name: string
  unitName: string
  cardNumber: string
  password: string
  expiresAt: Date
}

/** A letter takes its time through the cells. */
const LETTER_DAYS = 30

/**
 * Issues accounts with a temporary password each, or a new password where the first was never used.
 * Members who have a working account are passed over.
 * @throws NotFound where members register themselves, or when one is outside the actor's scope
 * Source: ĐX II.2.4
 */
export async function issueAccounts(ctx: TenantContext, input: IssueAccounts): Promise<IssuedAccount[]> {
  const scope = issuingScope(ctx)
  return issueLetters(ctx, scope, issueAccountsInput.parse(input).memberIds)
}

/** Issues letters to members within a scope that was decided on. @throws NotFound when one is outside it */
export async function issueLetters(ctx: TenantContext, scope: Scope, chosen: readonly string[]) {
  const memberIds = [...new Set(chosen)]
  const people = await ctx.db
    .select({ memberId: member.id, name: member.fullName, cardNumber: member.cardNumber, unitName: unit.name })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(inArray(member.id, memberIds), inScope(unit.path, scope), inRoster))
    .orderBy(unit.name, sql`sort_name collate "vi-x-icu"`)
  if (people.length !== memberIds.length) throw new NotFound()
  const expiresAt = new Date(ctx.clock.now().getTime() + LETTER_DAYS * 86_400_000)
  const letters = people.map((person) => ({ ...person, password: temporaryPassword(), expiresAt }))
  const hashes = await Promise.all(letters.map((letter) => hashPassword(letter.password)))
  return transaction(ctx, async (tx) => {
    const issued: IssuedAccount[] = []
    for (const [index, letter] of letters.entries()) {
      const fresh = { passwordHash: hashes[index]!, passwordExpiresAt: expiresAt }
      const [row] = await tx.db
        .insert(account)
        .values({ id: newId(), memberId: letter.memberId, status: 'active', registeredAt: tx.clock.now(), ...fresh })
        .onConflictDoUpdate({
          target: account.memberId,
          set: { ...fresh, status: 'active', totpSecret: null, totpStep: null },
          setWhere: or(
            eq(account.status, 'returned'),
            and(eq(account.status, 'active'), isNotNull(account.passwordExpiresAt)),
          ),
        })
        .returning({ id: account.id })
      if (!row) continue
      audit(tx, 'accounts.issued', row)
      issued.push(letter)
    }
    return issued
  })
}
