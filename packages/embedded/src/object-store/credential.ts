import type { IncomingRequest } from './authenticate'
import { S3Error, type S3ErrorCode } from './s3-error'

/** What a request says about its own signature; `expiresIn` (seconds) only on a presigned URL. */
export type SignedBy = {
  accessKey: string
  region: string
  date: Date
  longDate: string
  signedHeaders: Set<string>
  signature: string
  expiresIn?: number
}

/** @throws S3Error AccessDenied for an anonymous request, or the malformed-signature errors */
export function readCredential({ headers, query }: IncomingRequest): SignedBy {
  const inQuery = query['X-Amz-Algorithm'] !== undefined || query['X-Amz-Signature'] !== undefined
  if (headers.authorization !== undefined) {
    if (inQuery) throw new S3Error('InvalidArgument', 'Only one way of signing may be used')
    return fromHeader(headers.authorization, headers['x-amz-date'])
  }
  if (inQuery) return fromQuery(query)
  throw new S3Error('AccessDenied')
}

function fromHeader(authorization: string, longDate: string | undefined): SignedBy {
  const found = /^AWS4-HMAC-SHA256 +Credential=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})$/.exec(
    authorization,
  )
  if (!found) throw new S3Error('AuthorizationHeaderMalformed')
  const [, credential = '', names = '', signature = ''] = found
  return {
    ...scope(credential, longDate, 'AuthorizationHeaderMalformed'),
    signedHeaders: new Set(names.split(';')),
    signature,
  }
}

const WEEK_S = 7 * 24 * 3600

function fromQuery(query: Record<string, string>): SignedBy {
  const malformed = 'AuthorizationQueryParametersError'
  if (query['X-Amz-Algorithm'] !== 'AWS4-HMAC-SHA256') throw new S3Error(malformed)
  if (query['X-Amz-Security-Token'] !== undefined) throw new S3Error('InvalidAccessKeyId')
  const expires = query['X-Amz-Expires'] ?? ''
  if (!/^\d{1,6}$/.test(expires) || Number(expires) > WEEK_S) throw new S3Error(malformed)
  return {
    ...scope(query['X-Amz-Credential'] ?? '', query['X-Amz-Date'], malformed),
    signedHeaders: new Set((query['X-Amz-SignedHeaders'] ?? '').split(';')),
    signature: query['X-Amz-Signature'] ?? '',
    expiresIn: Number(expires),
  }
}

function scope(credential: string, longDate: string | undefined, malformed: S3ErrorCode) {
  const parts = credential.split('/')
  const [region, service, terminator] = parts.slice(-3)
  const day = parts.at(-4)
  const accessKey = parts.slice(0, -4).join('/')
  const date = longDate === undefined ? undefined : parseDate(longDate)
  if (!date) throw new S3Error('AccessDenied', 'A valid x-amz-date is required')
  if (
    !accessKey ||
    region === undefined ||
    service !== 's3' ||
    terminator !== 'aws4_request' ||
    !longDate?.startsWith(`${day}T`)
  )
    throw new S3Error(malformed)
  return { accessKey, region, date, longDate }
}

function parseDate(text: string): Date | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!found) return undefined
  const [, year, month, day, hour, minute, second] = found
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
