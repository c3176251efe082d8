import { Conflict } from '@sotay/kernel'
import { byteReader } from './byte-reader'

const BLOCK = 512
/** Vendor's keyword of a PAX header (POSIX.1-2017, pax): an object's content type. */
const TYPE = 'SOTAY.contentType'

export interface TarEntry {
  name: string
  size: number
  contentType?: string
}

/** What stands before an entry's bytes. */
export function tarHeader({ name, size, contentType }: TarEntry): Buffer {
  if (!contentType) return header(name, size, '0')
  const records = Buffer.from(record('path', name) + record(TYPE, contentType))
  return Buffer.concat([
    header('pax', records.length, 'x'),
    records,
    tarPadding(records.length),
    header(`object-${size}`, size, '0'),
  ])
}

/** What fills an entry up to whole blocks. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

/** What stands at the end. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK)

/** Reads entries in their order; each body is to be read, or is skipped, before the next. @throws Conflict when cut off */
export async function* readTar(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<TarEntry & { body: AsyncIterable<Buffer> }> {
  const reader = byteReader(bytes)
  let extended: Record<string, string> = {}
  while (true) {
    const block = await reader.take(BLOCK)
    if (block.length < BLOCK) throw new Conflict('operations.archive-damaged')
    if (block.every((byte) => byte === 0)) return drain(reader)
    const size = Number.parseInt(block.toString('latin1', 124, 136), 8)
    if (block[156] === 'x'.charCodeAt(0)) {
      extended = records(await reader.take(size))
      await reader.take(tarPadding(size).length)
      continue
    }
    const name = extended.path ?? block.toString('utf8', 0, block.indexOf(0))
    const body = reader.stream(size)
    yield { name, size, contentType: extended[TYPE], body }
    for await (const _ of body);
    await reader.take(tarPadding(size).length)
    extended = {}
  }
}

// To the very end, where the sealing tells whether something was cut off.
async function drain(reader: ReturnType<typeof byteReader>): Promise<void> {
  for await (const _ of reader.stream(Number.MAX_SAFE_INTEGER));
}

function header(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`
  block.write(name, 0, 'utf8')
  block.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12), 100, 'latin1')
  block.write(`        ${type}`, 148, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

/** One record of a PAX header: its length counts its own digits. */
function record(keyword: string, value: string): string {
  const rest = ` ${keyword}=${value}\n`
  const bytes = Buffer.byteLength(rest)
  let length = bytes + String(bytes).length
  if (bytes + String(length).length > length) length++
  return `${length}${rest}`
}

function records(bytes: Buffer): Record<string, string> {
  const found: Record<string, string> = {}
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at)
    const length = Number(bytes.toString('latin1', at, space))
    if (space < 0 || !(length > 0)) throw new Conflict('operations.archive-damaged')
    const [keyword = '', ...value] = bytes.toString('utf8', space + 1, at + length - 1).split('=')
    found[keyword] = value.join('=')
    at += length
  }
  return found
}
