import { randomBytes, randomInt } from 'node:crypto'
import { enqueue, newId, seal, type TenantContext, transaction } from '@sotay/kernel'
import type { Challenge } from './request-code'
import { type CodePurpose, oneTimeCode } from './schema'
import { sendCode } from './send-code'
import { codeHashOf } from './try-code'

interface Addressee {
  purpose: CodePurpose
  /** Nobody: a decoy that no code opens and no message leaves for. */
  memberId: string | null
  /** The number it goes to, when that is not the phone on file. */
  phone?: string
}

/** Makes a one-time code and leaves it for the worker to send; limits were counted before. */
export async function issueCode(ctx: TenantContext, { purpose, memberId, phone }: Addressee): Promise<Challenge> {
  const { validMinutes, tries } = ctx.config.accounts.codes
  const challengeId = newId()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + validMinutes * 60_000)
  // Six digits can be searched under any hash; a keyed one is worth nothing to who has the table alone.
  const codeHash = codeHashOf(ctx, challengeId, memberId ? code : randomBytes(32).toString('hex'))
  const sealed = seal(ctx, { purpose: 'accounts:box:code', subject: challengeId }, code)
  await transaction(ctx, async (tx) => {
    const row = { id: challengeId, purpose, memberId, phone, codeHash, triesLeft: tries, createdAt, expiresAt }
    await tx.db.insert(oneTimeCode).values(row)
    enqueue(tx, sendCode, { challengeId, sealed })
  })
  return { challengeId, expiresAt }
}
