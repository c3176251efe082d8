import { Invalid } from '@sotay/kernel'
import { operator } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import { generateSecret } from 'otplib'
import type { OperationsContext } from '../context'
import { openOperatorSecret, sealOperatorSecret } from '../platform/operator-secret'
import { recordOperation } from '../record-operation'
import { assertOwnPassword } from './change-own-password'
import { codeStep } from './code-step'
import { endOwnSessions } from './end-own-sessions'
import { type ChangeOperatorFactor, operatorFactorInput } from './inputs'
import { codeLimit, forgetTries } from './limit-tries'
import { loadOwnRow } from './own-account'
import { factorAddress } from './read-operator-link'

/** What an authenticator app is given, and the same sealed, to come back with the first code. */
export interface FactorOffer {
  secret: string
  uri: string
  sealed: string
}

/** Offers the acting operator a new secret; nothing is stored until a code made with it comes back. */
export async function offerOwnFactor(ctx: OperationsContext): Promise<FactorOffer> {
  const { id, email } = await loadOwnRow(ctx)
  const secret = generateSecret()
  return { secret, uri: factorAddress(email, secret), sealed: sealOperatorSecret(ctx.settings, id, secret) }
}

/**
 * Takes the offered second factor in place of the present one and ends the operator's other sessions.
 * @param keep the session that asks
 * @throws Invalid for a wrong password or code · TooMany after repeated tries
 */
export async function changeOwnFactor(
  ctx: OperationsContext,
  input: ChangeOperatorFactor,
  keep: string,
): Promise<void> {
  const { password, sealed, code } = operatorFactorInput.parse(input)
  const own = await loadOwnRow(ctx)
  await assertOwnPassword(ctx, own, password)
  const step = await codeStep(ctx, openSealed(ctx, own.id, sealed), code)
  if (step === undefined) throw new Invalid({ code: ['operations.code-refused'] })
  await ctx.platform.update(operator).set({ totpSecret: sealed, totpStep: step }).where(eq(operator.id, own.id))
  await forgetTries(ctx, [codeLimit(own.id)])
  await recordOperation(ctx, 'operator.second-factor-set', null)
  await endOwnSessions(ctx, { keep })
}

/** @throws Invalid for an offer that was tampered with */
function openSealed(ctx: OperationsContext, id: string, sealed: string): string {
  try {
    return openOperatorSecret(ctx, { id, totpSecret: sealed })
  } catch {
    throw new Invalid({ code: ['operations.code-refused'] })
  }
}
