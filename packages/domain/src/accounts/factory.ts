import { authorize, dayIn, newId, type TenantContext, transaction } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { decider } from './decision'
import { hashPassword } from './password'
import { type AccountStatus, account, roleGrant } from './schema'
import { sealTotp } from './totp'

export { hashPassword } from './password'

export interface GivenAccount {
  memberId: string
  /** In clear, or a hash made once with `hashPassword` and shared by thousands. */
  password: string | { hash: string }
  status?: AccountStatus
  roles?: { role: RoleKey; unitId: string; validFrom?: string; validUntil?: string | null }[]
  /** Secret of the authenticator app, base32. */
  totp?: string
}

/** Makes an account as it stands after registration and approval, for tests and demonstration data. */
export async function makeAccount(ctx: TenantContext, given: GivenAccount): Promise<{ accountId: string }> {
  authorize(ctx, 'accounts.manage')
  const { memberId, password, roles = [], status = 'active' } = given
  const passwordHash = typeof password === 'string' ? await hashPassword(password) : password.hash
  const id = newId()
  const totpSecret = given.totp ? sealTotp(ctx, id, given.totp) : null
  return transaction(ctx, async (tx) => {
    const now = tx.clock.now()
    await tx.db.insert(account).values({ id, memberId, status, passwordHash, totpSecret, registeredAt: now })
    const today = dayIn(tx.config.timezone, now)
    const grants = roles.map((entry) => ({ id: newId(), memberId, validFrom: today, grantedBy: decider(tx), ...entry }))
    if (grants.length > 0) await tx.db.insert(roleGrant).values(grants)
    return { accountId: id }
  })
}
