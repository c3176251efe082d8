import { createHash, type Hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { S3Error, type S3ErrorCode } from './s3-error'

/** A running digest of the body that must come out as the client said. */
export type Check = { update(chunk: Buffer): void; verify(): void }

/**
 * The digests a request promises for its body: payload hash, Content-MD5 and x-amz-checksum-*, in a header or, for a
 * chunked upload, in a trailer that is there once the body has been read.
 * @throws S3Error NotImplemented for checksums this store cannot compute
 */
export function promisedChecks(
  headers: Record<string, string>,
  payload: string,
  trailers: Map<string, string>,
): Check[] {
  const checks: Check[] = []
  if (/^[0-9a-f]{64}$/.test(payload))
    checks.push(digestCheck(createHash('sha256'), 'hex', () => payload, 'XAmzContentSHA256Mismatch'))
  else if (payload !== 'UNSIGNED-PAYLOAD' && !payload.startsWith('STREAMING-')) throw new S3Error('InvalidArgument')
  const md5 = headers['content-md5']
  if (md5 !== undefined) {
    if (Buffer.from(md5, 'base64').length !== 16) throw new S3Error('InvalidDigest')
    checks.push(digestCheck(createHash('md5'), 'base64', () => md5, 'BadDigest'))
  }
  for (const name of Object.keys(headers)) if (isChecksum(name)) checks.push(checksumCheck(name, () => headers[name]))
  for (const name of (headers['x-amz-trailer'] ?? '').toLowerCase().split(','))
    if (isChecksum(name.trim())) checks.push(checksumCheck(name.trim(), () => trailers.get(name.trim())))
  return checks
}

const isChecksum = (name: string) =>
  name.startsWith('x-amz-checksum-') && !['algorithm', 'mode', 'type'].includes(name.slice('x-amz-checksum-'.length))

function checksumCheck(name: string, claimed: () => string | undefined): Check {
  const algorithm = name.slice('x-amz-checksum-'.length)
  if (algorithm === 'sha1' || algorithm === 'sha256')
    return digestCheck(createHash(algorithm), 'base64', claimed, 'BadDigest')
  if (algorithm === 'crc32') return crc32Check(claimed)
  throw new S3Error('NotImplemented', `Checksums of kind ${algorithm} are not computed here`)
}

const digestCheck = (
  hash: Hash,
  form: 'hex' | 'base64',
  claimed: () => string | undefined,
  code: S3ErrorCode,
): Check => ({
  update: (chunk) => void hash.update(chunk),
  verify() {
    if (hash.digest(form) !== claimed()) throw new S3Error(code)
  },
})

function crc32Check(claimed: () => string | undefined): Check {
  let value = 0
  return {
    update(chunk) {
      value = crc32(chunk, value)
    },
    verify() {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(value)
      if (bytes.toString('base64') !== claimed()) throw new S3Error('BadDigest')
    },
  }
}
