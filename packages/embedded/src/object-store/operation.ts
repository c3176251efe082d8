import type { IncomingMessage, ServerResponse } from 'node:http'
import { existingBucket } from './buckets'
import { S3Error } from './s3-error'

/** One proven request, as the operations see it. */
export type Call = {
  root: string
  region: string
  method: string
  query: Record<string, string>
  headers: Record<string, string>
  request: IncomingMessage
  response: ServerResponse
  /** The body in pieces, proven at its end. */
  body(): AsyncIterable<Buffer>
  /** The body as text. */
  document(): Promise<string>
}

export type BucketCall = Call & { bucket: string; bucketPath: string }
export type ObjectCall = BucketCall & { key: string }

/** @throws S3Error NoSuchBucket */
export async function inBucket(call: Call, bucket: string): Promise<BucketCall> {
  return { ...call, bucket, bucketPath: await existingBucket(call.root, bucket) }
}

export function reply(call: Call, status: number, headers: Record<string, string | number> = {}, body = ''): void {
  const type: Record<string, string> = body === '' ? {} : { 'content-type': 'application/xml' }
  const length: Record<string, number> =
    status === 204 || status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }
  call.response.writeHead(status, { ...type, ...length, ...headers })
  call.response.end(call.method === 'HEAD' ? undefined : body)
}

/** Asking for what this store does not do is refused, never silently left out. */
export function refuseHeaders({ headers }: Call, pattern: RegExp): void {
  const name = Object.keys(headers).find((header) => pattern.test(header))
  if (name !== undefined) throw new S3Error('NotImplemented', `${name} is not supported`)
}

export const quoted = (etag: string) => `"${etag}"`
