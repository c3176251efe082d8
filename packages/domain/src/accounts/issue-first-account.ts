import { everywhere, NotFound, type TenantContext } from '@sotay/kernel'
import { type IssuedAccount, issueLetters } from './issue-accounts'

/**
 * Issues the account of a province's first administrator, whichever way its members come by theirs: before it there is
 * nobody to approve one. The vendor's operations alone call it.
 * @returns nothing once the account is in use
 * @throws NotFound for anybody of the province, and for an unknown member
 * Source: R38
 */
export async function issueFirstAccount(
  ctx: TenantContext,
  { memberId }: { memberId: string },
): Promise<IssuedAccount | undefined> {
  if (ctx.actor.kind !== 'operator') throw new NotFound()
  const [letter] = await issueLetters(ctx, everywhere, [memberId])
  return letter
}
