import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

// RFC 8410: what stands before the 32 bytes of an X25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b656e032100', 'hex')
const PRIME = 2n ** 255n - 19n
const [KEY, NONCE, TAG] = [32, 12, 16]

/**
 * Encrypts for who holds the private half of an Ed25519 key, and for nobody else: X25519 with a key of its own for each
 * letter, HKDF-SHA-256, AES-256-GCM.
 * @param label what the letter is part of; it opens under the same one only
 * Source: RFC 7748, RFC 5869
 */
export function sealLetter(recipient: string, label: string, text: string): string {
  const to = toMontgomery(Buffer.from(recipient, 'base64url'))
  const once = generateKeyPairSync('x25519')
  const from = once.publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length)
  const nonce = randomBytes(NONCE)
  const key = sharedKey(once.privateKey, { mine: from, theirs: to, recipient: to, label })
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([from, nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `sealLetter` closed for the key that this seed makes; nothing when it was for another, or tampered with. */
export function openLetter(seed: Buffer, label: string, letter: string): string | undefined {
  const bytes = Buffer.from(letter, 'base64url')
  if (bytes.length < KEY + NONCE + TAG) return undefined
  const own = createHash('sha512').update(seed).digest().subarray(0, KEY)
  const mine = createPrivateKey({ key: Buffer.concat([PRIVATE, own]), format: 'der', type: 'pkcs8' })
  const to = createPublicKey(mine).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length)
  const from = bytes.subarray(0, KEY)
  try {
    const key = sharedKey(mine, { mine: from, theirs: from, recipient: to, label })
    const nonce = bytes.subarray(KEY, KEY + NONCE)
    const opener = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    opener.setAAD(Buffer.from(label)).setAuthTag(bytes.subarray(KEY + NONCE, KEY + NONCE + TAG))
    return Buffer.concat([opener.update(bytes.subarray(KEY + NONCE + TAG)), opener.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

interface Parties {
  /** The letter's own key. */
  mine: Buffer
  theirs: Buffer
  recipient: Buffer
  label: string
}

function sharedKey(own: KeyObject, { mine, theirs, recipient, label }: Parties): Buffer {
  const publicKey = createPublicKey({ key: Buffer.concat([PUBLIC, theirs]), format: 'der', type: 'spki' })
  const secret = diffieHellman({ privateKey: own, publicKey })
  return Buffer.from(hkdfSync('sha256', secret, Buffer.concat([mine, recipient]), label, KEY))
}

/** The X25519 form of an Ed25519 public key, whose owner's private half follows from the same seed (RFC 7748, 4.1). */
function toMontgomery(edwards: Buffer): Buffer {
  const bytes = Buffer.from(edwards)
  bytes[KEY - 1] = bytes.readUInt8(KEY - 1) & 0x7f
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
  const u = (((1n + y) % PRIME) * power((((1n - y) % PRIME) + PRIME) % PRIME, PRIME - 2n)) % PRIME
  return Buffer.from(u.toString(16).padStart(KEY * 2, '0'), 'hex').reverse()
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let square = base, left = exponent; left > 0n; left >>= 1n, square = (square * square) % PRIME) {
    if (left & 1n) result = (result * square) % PRIME
  }
  return result
}
