import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { Conflict } from '@sotay/kernel'
import type { KeyBox } from './archive-key'
import { byteReader } from './byte-reader'

/** What stands in clear before the sealed bytes. */
export interface Envelope {
  archive: string
  boxes: KeyBox[]
}

const MAGIC = 'SOTAY-ARCHIVE 1'
const CHUNK = 1024 * 1024
const TAG = 16
const LAST = 0x80000000

/**
 * Seals bytes in chunks of AES-256-GCM: each bears its number and whether it is the last, so that a chunk left out,
 * exchanged or cut off is noticed.
 */
export async function* seal(plain: AsyncIterable<Buffer>, key: Buffer, envelope: Envelope): AsyncGenerator<Buffer> {
  const head = Buffer.from(`${MAGIC}\n${JSON.stringify(envelope)}\n`)
  const bound = createHash('sha256').update(head).digest()
  yield head
  let held: Buffer[] = []
  let size = 0
  let count = 0
  const close = (bytes: Buffer, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(count++))
    const length = Buffer.alloc(4)
    length.writeUInt32BE((bytes.length | (last ? LAST : 0)) >>> 0)
    cipher.setAAD(Buffer.concat([bound, length]))
    return Buffer.concat([length, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
  for await (const bytes of plain) {
    held.push(bytes)
    size += bytes.length
    if (size < CHUNK) continue
    let whole = Buffer.concat(held)
    for (; whole.length >= CHUNK; whole = whole.subarray(CHUNK)) yield close(whole.subarray(0, CHUNK), false)
    held = [whole]
    size = whole.length
  }
  yield close(Buffer.concat(held), true)
}

/**
 * Opens what `seal` made.
 * @param keyOf finds the key from what stands in clear
 * @throws Conflict when it is no archive, was cut off or altered
 */
export async function* open(
  sealed: AsyncIterable<Uint8Array>,
  keyOf: (envelope: Envelope) => Buffer,
): AsyncGenerator<Buffer> {
  const reader = byteReader(sealed)
  const head = await readHead(reader)
  const bound = createHash('sha256').update(head.bytes).digest()
  const key = keyOf(head.envelope)
  for (let count = 0; ; count++) {
    const length = await reader.take(4)
    if (length.length < 4) throw new Conflict('operations.archive-damaged')
    const word = length.readUInt32BE()
    const size = word & ~LAST
    const body = await reader.take(size + TAG)
    if (size > CHUNK || body.length < size + TAG) throw new Conflict('operations.archive-damaged')
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(count))
    decipher.setAAD(Buffer.concat([bound, length])).setAuthTag(body.subarray(size))
    const plain = decipher.update(body.subarray(0, size))
    try {
      decipher.final()
    } catch {
      throw new Conflict('operations.archive-damaged')
    }
    if (size > 0) yield plain
    if (word & LAST) return
  }
}

async function readHead(reader: ReturnType<typeof byteReader>): Promise<{ bytes: Buffer; envelope: Envelope }> {
  const magic = await reader.take(MAGIC.length + 1)
  if (magic.toString('latin1') !== `${MAGIC}\n`) throw new Conflict('operations.not-an-archive')
  const line: Buffer[] = []
  for (let byte = await reader.take(1); byte.length > 0 && byte[0] !== 10 && line.length < 65_536; ) {
    line.push(byte)
    byte = await reader.take(1)
  }
  const text = Buffer.concat(line)
  return { bytes: Buffer.concat([magic, text, Buffer.from('\n')]), envelope: JSON.parse(text.toString('utf8')) }
}

// A key serves one archive, so a counter never meets itself.
function nonce(count: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(count), 4)
  return bytes
}
