import { audit, authorize, Conflict, NotFound, newId, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { type SetPassword, setPasswordInput } from './inputs'
import { hashPassword } from './password'
import { assertPassword } from './password-rule'
import { account } from './schema'
import { readProof, useProof } from './use-proof'

/**
 * Makes the account of the member whose code was right; it waits for approval. A returned registration begins anew.
 * @throws Invalid for a weak password or a proof that does not hold · Conflict when the member has an account
 * Source: QN 10.1.1
 */
export async function registerAccount(ctx: TenantContext, input: SetPassword): Promise<{ accountId: string }> {
  authorize(ctx, 'accounts.register')
  if (ctx.config.accounts.registration !== 'self') throw new NotFound()
  const { password, ...given } = setPasswordInput.parse(input)
  const holder = await readProof(ctx, 'registration', given)
  assertPassword(ctx, password, holder)
  const passwordHash = await hashPassword(password)
  return transaction(ctx, async (tx) => {
    await useProof(tx, 'registration', given)
    const fresh = { status: 'awaiting_approval' as const, passwordHash, registeredAt: tx.clock.now() }
    const undecided = { decidedAt: null, decidedBy: null, decisionReason: null }
    const [registered] = await tx.db
      .insert(account)
      .values({ id: newId(), memberId: holder.memberId, ...fresh })
      .onConflictDoUpdate({
        target: account.memberId,
        set: { ...fresh, ...undecided, passwordExpiresAt: null, totpSecret: null, totpStep: null },
        setWhere: eq(account.status, 'returned'),
      })
      .returning({ id: account.id })
    if (!registered) throw new Conflict('accounts.already-registered')
    audit(tx, 'accounts.registered', registered)
    return { accountId: registered.id }
  })
}
