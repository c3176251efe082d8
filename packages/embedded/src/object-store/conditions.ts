import type { ObjectRecord } from './object-file'
import { S3Error } from './s3-error'

/** RFC 9110, 13.2.2. @throws S3Error PreconditionFailed */
export function assertPreconditions(headers: Record<string, string>, record: ObjectRecord): 'not-modified' | undefined {
  const modified = Math.floor(Date.parse(record.modifiedAt) / 1000) * 1000
  const match = headers['if-match']
  if (match !== undefined) {
    if (!names(match, record.etag)) throw new S3Error('PreconditionFailed')
  } else if (modified > dateOf(headers['if-unmodified-since'], Number.POSITIVE_INFINITY)) {
    throw new S3Error('PreconditionFailed')
  }
  const noneMatch = headers['if-none-match']
  if (noneMatch !== undefined) return names(noneMatch, record.etag) ? 'not-modified' : undefined
  return modified <= dateOf(headers['if-modified-since'], Number.NEGATIVE_INFINITY) ? 'not-modified' : undefined
}

const names = (list: string, etag: string) =>
  list.split(',').some((entry) => ['*', etag].includes(entry.trim().replace(/^W\//, '').replaceAll('"', '')))

function dateOf(text: string | undefined, otherwise: number): number {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? otherwise : time
}
