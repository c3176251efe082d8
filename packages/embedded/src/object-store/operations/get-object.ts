import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { assertPreconditions } from '../conditions'
import { pathOfKey } from '../key-path'
import { type ObjectRecord, openObject } from '../object-file'
import { type ObjectCall, quoted, reply } from '../operation'
import { type ByteRange, parseRange } from '../range'
import { S3Error } from '../s3-error'

/** GetObject and HeadObject. */
export async function getObject(call: ObjectCall): Promise<void> {
  const { bucketPath, key, headers, query, response, method } = call
  if (query.partNumber !== undefined) throw new S3Error('NotImplemented', 'partNumber on a read is not supported')
  const found = await openObject(join(bucketPath, pathOfKey(key)))
  if (!found) throw new S3Error('NoSuchKey')
  const { record, handle } = found
  try {
    const common = objectHeaders(record, query)
    if (assertPreconditions(headers, record) === 'not-modified') return reply(call, 304, common)
    const range = rangeFor(headers, record, response)
    const { start, end } = range ?? { start: 0, end: record.size - 1 }
    response.writeHead(range ? 206 : 200, {
      ...common,
      'content-length': end - start + 1,
      ...(range ? { 'content-range': `bytes ${start}-${end}/${record.size}` } : {}),
    })
    if (method === 'HEAD' || record.size === 0) return void response.end()
    await pipeline(handle.createReadStream({ start, end, autoClose: false }), response)
  } finally {
    await handle.close()
  }
}

function objectHeaders(record: ObjectRecord, query: Record<string, string>): Record<string, string> {
  const overrides = Object.entries(query)
    .filter(([name]) => name.startsWith('response-'))
    .map(([name, value]) => [name.slice('response-'.length), value])
  return {
    ...record.headers,
    ...Object.fromEntries(overrides),
    etag: quoted(record.etag),
    'last-modified': new Date(record.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
  }
}

function rangeFor(
  headers: Record<string, string>,
  record: ObjectRecord,
  response: ObjectCall['response'],
): ByteRange | undefined {
  const ifRange = headers['if-range']
  if (ifRange !== undefined && ifRange !== quoted(record.etag)) return undefined
  const range = parseRange(headers.range, record.size)
  if (range !== 'unsatisfiable') return range
  response.setHeader('content-range', `bytes */${record.size}`)
  throw new S3Error('InvalidRange')
}
