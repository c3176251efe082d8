import type { TenantContext } from '@sotay/kernel'
import { and, eq, inArray } from 'drizzle-orm'
import type { CardNumber } from '../members'
import { inRoster, member, readPhone } from '../members'
import { type AccountStatus, account, type CodePurpose } from './schema'

type PublicPurpose = Exclude<CodePurpose, 'phone-change'>

/** Accounts that may ask for a code; absent stands for a member without an account. */
const askers: Record<PublicPurpose, readonly (AccountStatus | null)[]> = {
  registration: [null, 'returned'],
  'password-reset': ['active', 'awaiting_approval'],
}

/** The member whose card and phone on file these are and whose account is in a state to receive a code. */
export async function findRecipient(
  ctx: TenantContext,
  purpose: PublicPurpose,
  card: CardNumber,
  phone: string,
): Promise<string | null> {
  const found = await ctx.db
    .select({ id: member.id, phone: member.phone, status: account.status })
    .from(member)
    .leftJoin(account, eq(account.memberId, member.id))
    .where(and(inArray(member.cardNumber, card.written), inRoster))
    .limit(2)
  const [only] = found
  // One number written in two ways on the roster is a duplicate card, to be settled first (R6).
  if (!only || found.length > 1) return null
  const matches = only.phone !== null && readPhone(only.phone) === phone
  return matches && askers[purpose].includes(only.status) ? only.id : null
}
