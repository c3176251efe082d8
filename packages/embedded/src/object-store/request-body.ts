import type { IncomingMessage } from 'node:http'
import type { Authenticated } from './authenticate'
import { decodeChunks } from './aws-chunked'
import { promisedChecks } from './checksums'
import { S3Error } from './s3-error'

/** An XML document sent by a client (delete many: 1,000 keys of up to 1,024 bytes). */
const LARGEST_DOCUMENT = 4 * 1024 * 1024

/**
 * The body as the client meant it, passed on piece by piece; the promised digests and length are compared at its end, so
 * whoever stores it must not commit before the end is reached.
 * @throws S3Error EntityTooLarge, IncompleteBody, BadDigest, XAmzContentSHA256Mismatch, SignatureDoesNotMatch
 */
export async function* verifiedBody(
  request: IncomingMessage,
  headers: Record<string, string>,
  authenticated: Authenticated,
  largest: number,
): AsyncGenerator<Buffer> {
  const trailers = new Map<string, string>()
  const chunked = authenticated.payload.startsWith('STREAMING-')
  const announced = announcedSize(headers, chunked)
  if (announced > largest) throw new S3Error('EntityTooLarge')
  const checks = promisedChecks(headers, authenticated.payload, trailers)
  let size = 0
  for await (const piece of chunked ? decodeChunks(request, authenticated, trailers) : request) {
    const chunk = piece as Buffer
    size += chunk.length
    if (size > announced) throw new S3Error('IncompleteBody')
    for (const check of checks) check.update(chunk)
    yield chunk
  }
  if (size !== announced) throw new S3Error('IncompleteBody')
  for (const check of checks) check.verify()
}

function announcedSize(headers: Record<string, string>, chunked: boolean): number {
  const text = headers[chunked ? 'x-amz-decoded-content-length' : 'content-length']
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new S3Error('MissingContentLength')
  return Number(text)
}

/** @throws S3Error as `verifiedBody` */
export async function documentBody(
  request: IncomingMessage,
  headers: Record<string, string>,
  authenticated: Authenticated,
): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of verifiedBody(request, headers, authenticated, LARGEST_DOCUMENT)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
