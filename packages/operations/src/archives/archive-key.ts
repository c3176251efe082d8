import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Conflict } from '@sotay/kernel'
import { derive, type Settings } from '@sotay/tenancy'

/** An archive's own key, closed under a secret: the installation's, or the recovery key kept elsewhere. */
export interface KeyBox {
  holder: 'installation' | 'recovery'
  box: string
}

type Secrets = Pick<Settings, 'secret' | 'recoveryKey'>

/** Makes the key of one archive, and what lets its holders find it again. */
export function newArchiveKey({ secret, recoveryKey }: Secrets, archive: string): { key: Buffer; boxes: KeyBox[] } {
  const key = randomBytes(32)
  const boxes: KeyBox[] = [{ holder: 'installation', box: closeBox(secret, archive, key) }]
  if (recoveryKey) boxes.push({ holder: 'recovery', box: closeBox(recoveryKey, archive, key) })
  return { key, boxes }
}

/** Opens the archive's key with whichever secret is at hand. @throws Conflict when none fits */
export function openArchiveKey({ secret, recoveryKey }: Secrets, archive: string, boxes: readonly KeyBox[]): Buffer {
  const secrets = [secret, ...(recoveryKey ? [recoveryKey] : [])]
  for (const { box } of boxes) {
    for (const candidate of secrets) {
      const key = openBox(candidate, archive, box)
      if (key) return key
    }
  }
  throw new Conflict('operations.archive-locked')
}

const wrappingKey = (secret: string, archive: string) => Buffer.from(derive(secret, `archive:${archive}`), 'base64url')

function closeBox(secret: string, archive: string, key: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(secret, archive), nonce)
  const body = Buffer.concat([cipher.update(key), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

function openBox(secret: string, archive: string, box: string): Buffer | undefined {
  const bytes = Buffer.from(box, 'base64url')
  if (bytes.length !== 60) return undefined
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(secret, archive), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  } catch {
    return undefined
  }
}
