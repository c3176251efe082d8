import { createHash } from 'node:crypto'
import type { Authenticated } from './authenticate'
import { byteReader } from './byte-reader'
import { S3Error } from './s3-error'

/** The kinds of chunked upload by their `x-amz-content-sha256`: whether each chunk is signed, whether trailers follow. */
const kinds: Record<string, { signed: boolean; trailer: boolean }> = {
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { signed: false, trailer: true },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { signed: true, trailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { signed: true, trailer: true },
}

const LARGEST_CHUNK = 16 * 1024 * 1024

/**
 * Undoes the aws-chunked coding, proving each chunk's signature before it is passed on; trailers are put into `trailers`.
 * S3 API reference, "Signature calculations: transferring payload in multiple chunks".
 * @throws S3Error IncompleteBody, SignatureDoesNotMatch, NotImplemented
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  authenticated: Authenticated,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const kind = kinds[authenticated.payload]
  if (!kind) throw new S3Error('NotImplemented')
  const reader = byteReader(source)
  let prior = authenticated.signedBy.signature
  for (;;) {
    const { size, signature } = parseChunkLine(await reader.line())
    const chunk = await reader.exactly(size)
    if (kind.signed) prior = await proveChunk(authenticated, prior, chunk, signature)
    if (size === 0) break
    if ((await reader.line()) !== '') throw new S3Error('IncompleteBody')
    yield chunk
  }
  const lines = await trailerLines(reader)
  for (const [name, value] of lines) trailers.set(name, value)
  if (kind.signed && kind.trailer) await proveTrailers(authenticated, prior, lines)
  if (!(await reader.atEnd())) throw new S3Error('IncompleteBody')
}

function parseChunkLine(line: string): { size: number; signature?: string } {
  const found = /^([0-9a-fA-F]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line)
  const size = found ? Number.parseInt(found[1] as string, 16) : Number.NaN
  if (!(size <= LARGEST_CHUNK)) throw new S3Error('IncompleteBody', 'A chunk is malformed or larger than 16 MiB')
  return { size, signature: found?.[2] }
}

async function trailerLines(reader: ReturnType<typeof byteReader>): Promise<[string, string][]> {
  const lines: [string, string][] = []
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const at = line.indexOf(':')
    if (at < 1 || lines.length > 8) throw new S3Error('IncompleteBody')
    lines.push([line.slice(0, at).toLowerCase().trim(), line.slice(at + 1).trim()])
  }
  return lines
}

async function proveChunk(
  by: Authenticated,
  prior: string,
  chunk: Buffer,
  claimed: string | undefined,
): Promise<string> {
  const event = { headers: new Uint8Array(0), payload: chunk }
  const expected = await by.signer.sign(event, { signingDate: by.signedBy.date, priorSignature: prior })
  if (expected !== claimed) throw new S3Error('SignatureDoesNotMatch')
  return expected
}

async function proveTrailers(by: Authenticated, prior: string, lines: [string, string][]): Promise<void> {
  const own = lines.filter(([name]) => name !== 'x-amz-trailer-signature')
  const text = own.map(([name, value]) => `${name}:${value}\n`).join('')
  const { longDate, region, date } = by.signedBy
  const scope = `${longDate.slice(0, 8)}/${region}/s3/aws4_request`
  const hash = createHash('sha256').update(text).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256-TRAILER', longDate, scope, prior, hash].join('\n')
  const claimed = lines.find(([name]) => name === 'x-amz-trailer-signature')?.[1]
  if ((await by.signer.sign(toSign, { signingDate: date })) !== claimed) throw new S3Error('SignatureDoesNotMatch')
}
