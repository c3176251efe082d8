import { createHash, randomBytes } from 'node:crypto'
import type { MemberActor, TenantContext } from '@sotay/kernel'
import { createSession, loadActor } from '../accounts'
import { makeAccount } from '../accounts/factory'

/** A device that stays signed in: what each next request of its owner finds. */
export interface Device {
  memberId: string
  /** The context of the next request. @throws Error when it is signed out */
  request(): Promise<TenantContext & { actor: MemberActor }>
  signedIn(): Promise<boolean>
  /** Roles the next request has, `role@unitId`, the member's own aside; after signing in again where that is asked for. */
  roles(): Promise<string[]>
}

/** Gives a member an account and signs them in, as the site would. */
export async function arrive(ctx: TenantContext, memberId: string): Promise<Device> {
  const { accountId } = await makeAccount(ctx, { memberId, password: { hash: 'không so sánh' } })
  let sessionHash = ''
  const signIn = async () => {
    sessionHash = createHash('sha256').update(randomBytes(16)).digest('hex')
    await createSession(ctx, { sessionHash, accountId, device: 'thử' })
  }
  await signIn()
  const request = async () => {
    const loaded = await loadActor(ctx, sessionHash)
    if (!loaded) throw new Error('signed out')
    return { ...ctx, actor: loaded.actor }
  }
  const signedIn = async () => (await loadActor(ctx, sessionHash)) !== undefined
  return {
    memberId,
    request,
    signedIn,
    async roles() {
      if (!(await signedIn())) await signIn()
      const { actor } = await request()
      return actor.grants.filter(({ role }) => role !== 'member').map(({ role, unitId }) => `${role}@${unitId}`)
    },
  }
}
