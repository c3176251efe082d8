import { randomBytes } from 'node:crypto'
import { Invalid } from '@sotay/kernel'
import { operator } from '@sotay/tenancy/schema'
import { and, eq, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { hashOperatorPassword, isOperatorPassword } from '../platform/operator-password'
import { issueChallenge } from './challenge'
import { type OperatorPassword, operatorPasswordInput } from './inputs'
import { addressLimit, countTry, emailLimit } from './limit-tries'

/** Hash of nothing anybody can type, so that an unknown address costs what a known one costs (H24). */
let nobody: Promise<string> | undefined

/**
 * First part of an operator's sign-in. An unknown or disabled one is answered like a wrong password.
 * @returns the challenge that `signInOperator` wants beside a code
 * @throws Invalid when refused · TooMany after repeated tries
 */
export async function checkOperatorPassword(ctx: OperationsContext, input: OperatorPassword): Promise<string> {
  const { email, password, address } = operatorPasswordInput.parse(input)
  await countTry(ctx, [emailLimit(email), addressLimit(address)])
  const [known] = await ctx.platform
    .select()
    .from(operator)
    .where(and(eq(operator.email, email), isNull(operator.disabledAt)))
  nobody ??= hashOperatorPassword(randomBytes(32))
  const right = await isOperatorPassword(known?.passwordHash ?? (await nobody), password)
  if (!known || !right) throw new Invalid({ password: ['operations.sign-in-refused'] }, 'operations.sign-in-refused')
  return issueChallenge(ctx, known)
}
