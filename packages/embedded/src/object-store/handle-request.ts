import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authenticator } from './authenticate'
import { existingBucket } from './buckets'
import { corsHeaders, readCors } from './cors'
import type { Call } from './operation'
import { documentBody, verifiedBody } from './request-body'
import { parseTarget, type RequestTarget } from './request-target'
import { respondError } from './respond-error'
import { route } from './route'
import { S3Error } from './s3-error'

export type StoreSettings = {
  root: string
  region: string
  authenticate: Authenticator
  /** Largest body of one request, in bytes. */
  largestBody: number
  log: (line: string) => void
}

export async function handleRequest(
  store: StoreSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('x-amz-request-id', randomUUID())
  try {
    const target = parseTarget(request.url ?? '/')
    if (request.method === 'OPTIONS') return await preflight(store, request, response, target)
    const sent = plainHeaders(request)
    const { method = '' } = request
    const authenticated = await store.authenticate({ method, path: target.path, query: target.query, headers: sent })
    const headers = { ...hoistedHeaders(target.query), ...sent }
    await allowOrigin(store, request, response, target)
    const invite = () => {
      if (headers.expect !== undefined) response.writeContinue()
    }
    const call: Call = {
      ...{ root: store.root, region: store.region, method, query: target.query, headers, request, response },
      body() {
        invite()
        return verifiedBody(request, headers, authenticated, store.largestBody)
      },
      document() {
        invite()
        return documentBody(request, headers, authenticated)
      },
    }
    await route(call, target)
  } catch (error) {
    respondError(request, response, error, store.log)
  }
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return Object.fromEntries(entries)
}

/** A presigned URL carries its x-amz- headers in the query. */
const hoistedHeaders = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([name]) => name.startsWith('x-amz-')))

/** Browsers ask before a PUT, without credentials. */
async function preflight(
  store: StoreSettings,
  request: IncomingMessage,
  response: ServerResponse,
  target: RequestTarget,
) {
  const { origin, 'access-control-request-method': method, 'access-control-request-headers': headers } = request.headers
  if (target.bucket === undefined || origin === undefined || method === undefined) throw new S3Error('InvalidRequest')
  const rules = await readCors(await existingBucket(store.root, target.bucket))
  const allowed = corsHeaders(rules, { origin, method, headers })
  if (!allowed) throw new S3Error('AccessDenied', 'CORSResponse: this CORS request is not allowed')
  response.writeHead(200, { ...allowed, 'content-length': 0 }).end()
}

async function allowOrigin(
  store: StoreSettings,
  request: IncomingMessage,
  response: ServerResponse,
  target: RequestTarget,
) {
  const { origin } = request.headers
  if (origin === undefined || target.bucket === undefined) return
  const rules = await existingBucket(store.root, target.bucket).then(readCors, () => [])
  const allowed = corsHeaders(rules, { origin, method: request.method ?? '' })
  for (const [name, value] of Object.entries(allowed ?? {})) response.setHeader(name, value)
}
