import { S3Error } from './s3-error'

/** What a path-style request line names. `path` stays as sent: it is what was signed. */
export type RequestTarget = { path: string; bucket?: string; key?: string; query: Record<string, string> }

/** @throws S3Error InvalidURI, InvalidBucketName, KeyTooLongError */
export function parseTarget(url: string): RequestTarget {
  const [path = '/', search = ''] = splitOnce(url, '?')
  const [bucket = '', key = ''] = splitOnce(path.replace(/^\//, ''), '/')
  return {
    path,
    bucket: bucket === '' ? undefined : bucketName(decode(bucket)),
    key: key === '' ? undefined : objectKey(decode(key)),
    query: parseQuery(search),
  }
}

function bucketName(name: string): string {
  if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name)) throw new S3Error('InvalidBucketName')
  return name
}

export function objectKey(key: string): string {
  if (Buffer.byteLength(key) > 1024) throw new S3Error('KeyTooLongError')
  return key
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI')
  }
}

function parseQuery(search: string): Record<string, string> {
  const query: Record<string, string> = Object.create(null)
  for (const pair of search.split('&')) {
    if (pair === '') continue
    const [name = '', value = ''] = splitOnce(pair, '=').map(decode)
    if (name in query) throw new S3Error('InvalidArgument', 'A query parameter is given twice')
    query[name] = value
  }
  return query
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}
