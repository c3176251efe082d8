import {
  endAccountSessions,
  liftRestriction,
  type readAccount,
  readmitAccount,
  resetSecondFactor,
  restoreAccount,
  restrictAccount,
  revokeAccount,
  suspendAccount,
} from '@sotay/domain/accounts'
import { actOnAccountInput, restrictAccountInput } from '@sotay/domain/accounts/inputs'
import type { TenantContext } from '@sotay/kernel'
import { z } from 'zod'

const { reason } = actOnAccountInput.shape
const withReason = <Act extends string>(act: Act) => z.object({ act: z.literal(act), reason })
const withDay = <Act extends string>(act: Act) => withReason(act).extend({ until: restrictAccountInput.shape.until })

/** What an officer can do to an account, as the page's one form posts it. */
export const accountAct = z.discriminatedUnion('act', [
  withDay('restrict'),
  withDay('change'),
  withReason('lift'),
  withReason('suspend'),
  withReason('restore'),
  withReason('revoke'),
  withReason('readmit'),
  withReason('reset'),
  withReason('end-sessions'),
])
type Act = z.output<typeof accountAct>

const verbs = {
  lift: liftRestriction,
  suspend: suspendAccount,
  restore: restoreAccount,
  revoke: revokeAccount,
  readmit: readmitAccount,
  reset: resetSecondFactor,
  'end-sessions': endAccountSessions,
}

export function actOn(ctx: TenantContext, accountId: string, chosen: Act): Promise<void> {
  if (chosen.act === 'restrict' || chosen.act === 'change') return restrictAccount(ctx, { accountId, ...chosen })
  return verbs[chosen.act](ctx, { accountId, reason: chosen.reason })
}

/** The acts that make sense now and that this officer may do; the verbs decide again. */
export function actsFor(account: Awaited<ReturnType<typeof readAccount>>): Act['act'][] {
  const { status, state, mayManage, own } = account
  if (own) return []
  const open = status === 'active'
  const possible: [Act['act'], boolean][] = [
    ['restrict', mayManage && open && state !== 'restricted'],
    ['change', mayManage && state === 'restricted'],
    ['lift', mayManage && state === 'restricted'],
    ['suspend', open],
    ['restore', status === 'suspended'],
    ['end-sessions', account.devices > 0],
    ['reset', mayManage && account.secondFactor],
    ['revoke', mayManage && status !== 'revoked'],
    ['readmit', mayManage && status === 'revoked'],
  ]
  return possible.flatMap(([act, here]) => (here ? [act] : []))
}
