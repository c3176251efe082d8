import type { IncomingMessage, ServerResponse } from 'node:http'
import { codeOf } from '../explain-failure'
import { S3Error } from './s3-error'
import { element } from './xml'

/** A body of at most this many bytes is read to its end after a refusal, so that the client sees the answer. */
const DRAINED_BYTES = 1024 * 1024

/** Answers a failure as S3 does; breaks the connection where an answer has begun already. */
export function respondError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  log: (line: string) => void,
) {
  const refusal = asS3Error(error)
  if (refusal.status >= 500 && refusal.code !== 'NotImplemented')
    log(`${request.method} ${request.url?.split('?')[0]}: ${error}`)
  if (response.headersSent) return void response.destroy()
  const { code, message, status } = refusal
  const id = response.getHeader('x-amz-request-id') as string
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${element('Error', element('Code', code), element('Message', message), element('RequestId', id))}`
  if (!request.complete && !(Number(request.headers['content-length']) <= DRAINED_BYTES))
    response.setHeader('connection', 'close')
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error
  if (/ENOSPC|EDQUOT|EFBIG/.test(codeOf(error))) return new S3Error('InsufficientStorage')
  return new S3Error('InternalError')
}
