import { authorize, Conflict, Invalid, type TenantContext } from '@sotay/kernel'
import { inArray } from 'drizzle-orm'
import { member, readCardNumber } from '../members'
import { type SignIn, signInInput } from './inputs'
import { type Credentials, loadCredentials } from './load-credentials'
import { verifyPassword } from './password'
import { consume, forget } from './rate-limits'
import type { AccountStatus } from './schema'
import { addressLimit, cardLimit, unknownCardLimit } from './sign-in-limits'
import { nextStep, recordSignIn, type SignInStep } from './sign-in-step'

/**
 * Checks card and password. An unknown card costs and answers like a wrong password (H24); an account's state is told
 * only to who knows its password.
 * @returns `signed-in`, or the step still to be done
 * @throws Invalid when refused · TooMany after repeated failures · Conflict naming the state of the account
 */
export async function signIn(ctx: TenantContext, input: SignIn): Promise<SignInStep> {
  authorize(ctx, 'accounts.signIn')
  const { cardNumber, password, address, device } = signInInput.parse(input)
  const card = readCardNumber(ctx, cardNumber) ?? { bare: cardNumber, written: [cardNumber] }
  // Counted before the check, so that a hundred guesses at once are a hundred.
  await consume(ctx, 'accounts.too-many-sign-ins', [cardLimit(card.bare), addressLimit(address)])
  const known = await loadCredentials(ctx, inArray(member.cardNumber, card.written))
  const right = await verifyPassword(known?.passwordHash, password)
  if (!known || !right) {
    await consume(ctx, 'accounts.too-many-sign-ins', [addressLimit(address, 1)])
    // A write for either, so that the time tells nothing.
    if (known) await recordSignIn(ctx, known.accountId, 'wrong-password', device)
    else await consume(ctx, 'accounts.too-many-sign-ins', [unknownCardLimit(address)])
    throw new Invalid({ password: ['accounts.sign-in-refused'] })
  }
  await forget(ctx, [cardLimit(card.bare)])
  await assertMaySignIn(ctx, known, device)
  return nextStep(ctx, known, device)
}

const stateCodes: Record<Exclude<AccountStatus, 'active'>, string> = {
  awaiting_approval: 'accounts.awaiting-approval',
  returned: 'accounts.returned',
  suspended: 'accounts.suspended',
  revoked: 'accounts.revoked',
}

async function assertMaySignIn(ctx: TenantContext, known: Credentials, device: string): Promise<void> {
  const late = known.passwordExpiresAt !== null && known.passwordExpiresAt <= ctx.clock.now()
  if (known.status === 'active' && !late) return
  await recordSignIn(ctx, known.accountId, 'refused', device)
  if (known.status === 'active') throw new Conflict('accounts.temporary-password-expired')
  throw new Conflict(stateCodes[known.status], { reason: known.reason ?? '' })
}
