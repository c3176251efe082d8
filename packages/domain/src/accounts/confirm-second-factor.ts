import { authorize, Invalid, type TenantContext } from '@sotay/kernel'
import { type SecondFactor, secondFactorInput } from './inputs'
import { consume, forget } from './rate-limits'
import { secondFactorLimit } from './sign-in-limits'
import { nextStep, readStep, recordSignIn, type SignInStep } from './sign-in-step'
import { takeTotpStep, totpStepOf } from './totp'

/**
 * Finishes a sign-in with the code of the authenticator app. A code passes once.
 * @throws Invalid for a wrong or used code · TooMany after repeated failures · Conflict when the sign-in lapsed
 */
export async function confirmSecondFactor(ctx: TenantContext, input: SecondFactor): Promise<SignInStep> {
  authorize(ctx, 'accounts.signIn')
  const { token, code, device } = secondFactorInput.parse(input)
  const known = await readStep(ctx, 'second-factor', token)
  const limit = secondFactorLimit(known.accountId)
  await consume(ctx, 'accounts.too-many-sign-ins', [limit])
  const step = await totpStepOf(ctx, known.accountId, known.totpSecret ?? '', code)
  if (step === undefined || !(await takeTotpStep(ctx, known.accountId, step))) {
    await recordSignIn(ctx, known.accountId, 'wrong-second-factor', device)
    throw new Invalid({ code: ['accounts.second-factor-refused'] })
  }
  await forget(ctx, [limit])
  return nextStep(ctx, { ...known, totpSecret: null, roles: [] }, device)
}
