import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { TenantContext } from './context'

/** What one purpose and one subject are: a box sealed for another pair does not open. */
export interface BoxLabel {
  /** `module:thing`; each purpose has a key of its own. */
  purpose: string
  subject: string
}

const CIPHER = 'aes-256-gcm'

/** Encrypts a secret so that the database alone does not give it away. */
export function seal(ctx: Pick<TenantContext, 'secretKey'>, label: BoxLabel, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(CIPHER, keyOf(ctx, label), nonce).setAAD(Buffer.from(label.subject))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `seal` closed; nothing when it was sealed for another subject, purpose or province, or tampered with. */
export function unseal(ctx: Pick<TenantContext, 'secretKey'>, label: BoxLabel, box: string): string | undefined {
  const bytes = Buffer.from(box, 'base64url')
  if (bytes.length < 28) return undefined
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(ctx, label), bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(label.subject)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** A hash that only this installation can compute or test, for one purpose. */
export const keyedHash = (ctx: Pick<TenantContext, 'secretKey'>, purpose: string, value: string): string =>
  createHmac('sha256', ctx.secretKey(purpose)).update(value).digest('base64url')

const keyOf = (ctx: Pick<TenantContext, 'secretKey'>, { purpose }: BoxLabel): Buffer =>
  Buffer.from(ctx.secretKey(purpose), 'base64url')
