import { join } from 'node:path'
import { readJson } from './buckets'
import { S3Error } from './s3-error'
import { childrenOf, type Parsed, parseDocument, textOf } from './xml'

/** One rule of PutBucketCors; `maxAge` in seconds. */
export type CorsRule = { origins: string[]; methods: string[]; headers: string[]; exposed: string[]; maxAge?: number }

export const corsPath = (bucketPath: string) => join(bucketPath, 'cors.json')

export const readCors = async (bucketPath: string) => (await readJson<CorsRule[]>(corsPath(bucketPath))) ?? []

/** @throws S3Error MalformedXML */
export function parseCors(text: string): CorsRule[] {
  const rules = childrenOf(parseDocument(text, 'CORSConfiguration'), 'CORSRule').map(parseRule)
  if (rules.length === 0 || rules.length > 100) throw new S3Error('MalformedXML')
  return rules
}

function parseRule(rule: Parsed): CorsRule {
  const texts = (name: string) => childrenOf(rule, name).map(String)
  const [origins, methods] = [texts('AllowedOrigin'), texts('AllowedMethod')]
  const known = methods.every((method) => ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'].includes(method))
  const maxAge = textOf(rule, 'MaxAgeSeconds')
  if (origins.length === 0 || methods.length === 0 || !known || (maxAge !== undefined && !/^\d{1,9}$/.test(maxAge)))
    throw new S3Error('MalformedXML')
  const headers = texts('AllowedHeader').map((header) => header.toLowerCase())
  return {
    origins,
    methods,
    headers,
    exposed: texts('ExposeHeader'),
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
  }
}

/** The headers a browser of that origin is answered with; undefined when no rule lets it. */
export function corsHeaders(
  rules: CorsRule[],
  asked: { origin: string; method: string; headers?: string },
): Record<string, string> | undefined {
  const wanted = (asked.headers ?? '')
    .split(',')
    .map((header) => header.trim().toLowerCase())
    .filter(Boolean)
  const rule = rules.find(
    ({ origins, methods, headers }) =>
      methods.includes(asked.method) && fits(origins, asked.origin) && wanted.every((header) => fits(headers, header)),
  )
  if (!rule) return undefined
  return {
    'access-control-allow-origin': rule.origins.includes('*') ? '*' : asked.origin,
    'access-control-allow-methods': rule.methods.join(', '),
    ...(wanted.length > 0 ? { 'access-control-allow-headers': wanted.join(', ') } : {}),
    ...(rule.exposed.length > 0 ? { 'access-control-expose-headers': rule.exposed.join(', ') } : {}),
    ...(rule.maxAge !== undefined ? { 'access-control-max-age': String(rule.maxAge) } : {}),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  }
}

/** Each pattern may hold one `*`. */
function fits(patterns: string[], value: string): boolean {
  return patterns.some((pattern) => {
    const [before = '', after] = pattern.split('*')
    if (after === undefined) return pattern === value
    return value.length >= before.length + after.length && value.startsWith(before) && value.endsWith(after)
  })
}
