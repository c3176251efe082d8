import { audit, Conflict, enqueue, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { endSessionsOf } from './end-sessions'
import { type ActOnAccount, actOnAccountInput } from './inputs'
import { loadOverseen, managerOf, overseerOf } from './overseer'
import { account } from './schema'
import { sendNotice } from './send-notice'

/**
 * Takes off the second factor of somebody who lost it; they set it up anew at the next sign-in where a role demands one,
 * and are told by a message to the phone on file.
 * @throws NotFound outside the actor's scope · Conflict when there is none, or it is the actor's own
 */
export async function resetSecondFactor(ctx: TenantContext, input: ActOnAccount): Promise<void> {
  const manager = managerOf(ctx)
  const { accountId } = actOnAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadOverseen(tx, manager, accountId)
    if (!found.hasSecondFactor) throw new Conflict('accounts.no-second-factor')
    await tx.db.update(account).set({ totpSecret: null, totpStep: null }).where(eq(account.id, accountId))
    await endSessionsOf(tx, accountId)
    audit(tx, 'accounts.second-factor-reset', found)
    enqueue(tx, sendNotice, { notice: 'second-factor-reset', memberId: found.memberId })
  })
}

/** Signs somebody out everywhere. @throws NotFound outside the actor's scope · Conflict for the actor's own account */
export async function endAccountSessions(ctx: TenantContext, input: ActOnAccount): Promise<void> {
  const overseer = overseerOf(ctx)
  const { accountId } = actOnAccountInput.parse(input)
  await transaction(ctx, async (tx) => {
    const found = await loadOverseen(tx, overseer, accountId)
    await endSessionsOf(tx, accountId)
    audit(tx, 'accounts.sessions-ended', found)
  })
}
