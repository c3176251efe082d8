import { authorize, type TenantContext } from '@sotay/kernel'
import { type VerifyCode, verifyCodeInput } from './inputs'
import { tryCode } from './try-code'

/**
 * Exchanges a right code for a proof that sets a password, once.
 * @throws Invalid, with one code whether it is wrong, used, late, burnt, of nobody or of another flow (H20, H22)
 */
export async function verifyCode(ctx: TenantContext, input: VerifyCode): Promise<{ proof: string }> {
  authorize(ctx, 'accounts.register')
  const { proof } = await tryCode(ctx, verifyCodeInput.parse(input), ['registration', 'password-reset'])
  return { proof }
}
