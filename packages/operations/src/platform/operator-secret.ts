import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { derive, type Settings } from '@sotay/tenancy'

const CIPHER = 'aes-256-gcm'
const keyOf = ({ secret }: Pick<Settings, 'secret'>): Buffer =>
  Buffer.from(derive(secret, 'operator-totp'), 'base64url')

/** Encrypts an operator's second factor, so that the catalogue alone does not give it away. */
export function sealOperatorSecret(settings: Pick<Settings, 'secret'>, operatorId: string, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(CIPHER, keyOf(settings), nonce).setAAD(Buffer.from(operatorId))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/**
 * The base32 secret of an operator's authenticator app, for checking a code at sign-in.
 * @throws when it was altered, or sealed by another installation
 */
export function openOperatorSecret(
  { settings }: { settings: Pick<Settings, 'secret'> },
  operator: { id: string; totpSecret: string },
): string {
  const bytes = Buffer.from(operator.totpSecret, 'base64url')
  const decipher = createDecipheriv(CIPHER, keyOf(settings), bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(operator.id)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
