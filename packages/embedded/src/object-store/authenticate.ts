import { timingSafeEqual } from 'node:crypto'
import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import { readCredential, type SignedBy } from './credential'
import { S3Error } from './s3-error'

export type Credentials = { accessKey: string; secretKey: string; region: string }

export type IncomingRequest = {
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string>
}

/** Who is proven to ask, and what was promised about the body (`x-amz-content-sha256`). */
export type Authenticated = { payload: string; signedBy: SignedBy; signer: SignatureV4 }

const SKEW_MS = 15 * 60_000

export type Authenticator = (request: IncomingRequest) => Promise<Authenticated>

/**
 * Proves requests with AWS's own signing code: what it signs for this request must equal the signature sent.
 * S3 API reference, "Authenticating Requests (AWS Signature Version 4)".
 */
export function authenticator({ accessKey, secretKey, region }: Credentials): Authenticator {
  const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey }
  const signer = new SignatureV4({ credentials, region, service: 's3', sha256: Sha256, uriEscapePath: false })
  return async (request) => {
    const signedBy = readCredential(request)
    if (signedBy.accessKey !== accessKey) throw new S3Error('InvalidAccessKeyId')
    if (signedBy.region !== region) throw new S3Error('AuthorizationHeaderMalformed', `The region is ${region}`)
    assertTimely(signedBy)
    assertAllSigned(request, signedBy)
    const expected = signedBy.expiresIn === undefined ? signHeaders : signQuery
    if (!equal(await expected(signer, request, signedBy), signedBy.signature))
      throw new S3Error('SignatureDoesNotMatch')
    return { payload: promisedPayload(request, signedBy), signedBy, signer }
  }
}

function assertTimely({ date, expiresIn }: SignedBy): void {
  const age = Date.now() - date.getTime()
  if (age < -SKEW_MS) throw new S3Error('RequestTimeTooSkewed')
  if (expiresIn === undefined && age > SKEW_MS) throw new S3Error('RequestTimeTooSkewed')
  if (expiresIn !== undefined && age > expiresIn * 1000) throw new S3Error('AccessDenied', 'Request has expired')
}

/** An unsigned x-amz- header could be added on the way, and an unsigned host sent elsewhere. */
function assertAllSigned({ headers }: IncomingRequest, { signedHeaders }: SignedBy): void {
  const unsigned = Object.keys(headers).some((name) => name.startsWith('x-amz-') && !signedHeaders.has(name))
  if (unsigned || !signedHeaders.has('host'))
    throw new S3Error('AccessDenied', 'There were headers present which were not signed')
}

async function signHeaders(signer: SignatureV4, request: IncomingRequest, signedBy: SignedBy): Promise<string> {
  if (!signedBy.signedHeaders.has('x-amz-date')) throw new S3Error('AccessDenied', 'x-amz-date must be signed')
  const signed = await signer.sign(onlySigned(request, signedBy), {
    signingDate: signedBy.date,
    signableHeaders: signedBy.signedHeaders,
  })
  return signed.headers.authorization?.split('Signature=')[1] ?? ''
}

async function signQuery(signer: SignatureV4, request: IncomingRequest, signedBy: SignedBy): Promise<string> {
  const bare = onlySigned(request, signedBy)
  for (const name of Object.keys(bare.query)) if (signatureParameters.has(name)) delete bare.query[name]
  const unsignableHeaders = new Set<string>()
  if (!signedBy.signedHeaders.has('x-amz-content-sha256')) {
    bare.headers['x-amz-content-sha256'] = promisedPayload(request, signedBy)
    unsignableHeaders.add('x-amz-content-sha256')
  }
  const signed = await signer.presign(bare, {
    signingDate: signedBy.date,
    expiresIn: signedBy.expiresIn,
    signableHeaders: signedBy.signedHeaders,
    unhoistableHeaders: new Set(Object.keys(bare.headers)),
    unsignableHeaders,
  })
  return String(signed.query?.['X-Amz-Signature'] ?? '')
}

const signatureParameters = new Set(
  ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'].map((name) => `X-Amz-${name}`),
)

function onlySigned({ method, path, query, headers }: IncomingRequest, { signedHeaders }: SignedBy) {
  const chosen = Object.entries(headers).filter(([name]) => signedHeaders.has(name))
  return { method, path, query: { ...query }, headers: Object.fromEntries(chosen), protocol: 'http:', hostname: '' }
}

function promisedPayload({ headers, query }: IncomingRequest, { expiresIn }: SignedBy): string {
  const promised = headers['x-amz-content-sha256'] ?? query['X-Amz-Content-Sha256']
  if (promised !== undefined) return promised
  if (expiresIn === undefined) throw new S3Error('InvalidRequest', 'Missing required header: x-amz-content-sha256')
  return 'UNSIGNED-PAYLOAD'
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
