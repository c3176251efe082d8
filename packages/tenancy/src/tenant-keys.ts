import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { TenantRecord } from './catalogue'
import { derive } from './secrets'

/** Purpose of the key a province signs with; the other purposes are declared by modules. */
export const SIGNATURE = 'signature'

type Keyed = Pick<TenantRecord, 'id' | 'originId' | 'keys'>

/**
 * A province's key for one purpose: the one it brought from another installation, or else derived from this one's secret
 * and its id. A copy opens what its origin sealed, and signs under its own name alone.
 */
export function tenantKey(secret: string, record: Keyed, purpose: string): string {
  const brought = record.keys ? openKeys(secret, record)[purpose] : undefined
  const id = purpose === SIGNATURE ? record.id : (record.originId ?? record.id)
  return brought ?? derive(secret, `tenant:${id}:${purpose}`)
}

/** All of a province's keys by purpose, for its archive. */
export const tenantKeys = (secret: string, record: Keyed, purposes: readonly string[]): Record<string, string> =>
  Object.fromEntries([SIGNATURE, ...purposes].map((purpose) => [purpose, tenantKey(secret, record, purpose)]))

/** Closes keys that came from elsewhere, for the catalogue. */
export function sealKeys(secret: string, tenantId: string, keys: Record<string, string>): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(secret), nonce).setAAD(Buffer.from(tenantId))
  const body = Buffer.concat([cipher.update(JSON.stringify(keys), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

// Opened once for each sealed text: it stands in the catalogue that every request reads.
const opened = new Map<string, Record<string, string>>()

function openKeys(secret: string, { id, keys }: Keyed): Record<string, string> {
  const known = opened.get(keys!)
  if (known) return known
  const bytes = Buffer.from(keys!, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(secret), bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(12, 28))
  const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  const found = JSON.parse(plain.toString('utf8')) as Record<string, string>
  opened.set(keys!, found)
  return found
}

const wrappingKey = (secret: string) => Buffer.from(derive(secret, 'tenant-keys'), 'base64url')
