import { join } from 'node:path'
import { pathOfKey } from '../key-path'
import { listKeys } from '../list-keys'
import { type ListingPage, pageOf } from '../listing-page'
import { readObjectRecord } from '../object-file'
import { type BucketCall, quoted, reply } from '../operation'
import { S3Error } from '../s3-error'
import { documentOf, element } from '../xml'

/** ListObjectsV2. */
export async function listObjects(call: BucketCall): Promise<void> {
  const { query, bucketPath, bucket } = call
  if (query['list-type'] !== '2') throw new S3Error('NotImplemented', 'Only list-type=2')
  const { prefix = '', delimiter = '', 'start-after': startAfter, 'continuation-token': token } = query
  const maxKeys = parseMaxKeys(query['max-keys'])
  const shown = nameEncoder(query['encoding-type'])
  const page = pageOf(await listKeys(bucketPath, prefix), { prefix, delimiter, startAfter, token, maxKeys })
  reply(
    call,
    200,
    {},
    documentOf(
      'ListBucketResult',
      element('Name', bucket),
      element('Prefix', shown(prefix)),
      delimiter === '' ? undefined : element('Delimiter', shown(delimiter)),
      startAfter === undefined ? undefined : element('StartAfter', shown(startAfter)),
      token === undefined ? undefined : element('ContinuationToken', token),
      query['encoding-type'] === undefined ? undefined : element('EncodingType', 'url'),
      element('MaxKeys', maxKeys),
      element('KeyCount', page.keys.length + page.prefixes.length),
      element('IsTruncated', page.next !== undefined),
      page.next === undefined ? undefined : element('NextContinuationToken', page.next),
      ...(await contents(bucketPath, page, shown)),
      ...page.prefixes.map((common) => element('CommonPrefixes', element('Prefix', shown(common)))),
    ),
  )
}

async function contents(bucketPath: string, { keys }: ListingPage, shown: (name: string) => string) {
  const elements = []
  for (const key of keys) {
    const record = await readObjectRecord(join(bucketPath, pathOfKey(key)))
    if (!record) continue
    elements.push(
      element(
        'Contents',
        element('Key', shown(key)),
        element('LastModified', record.modifiedAt),
        element('ETag', quoted(record.etag)),
        element('Size', record.size),
        element('StorageClass', 'STANDARD'),
      ),
    )
  }
  return elements
}

function parseMaxKeys(text = '1000'): number {
  if (!/^\d{1,9}$/.test(text)) throw new S3Error('InvalidArgument', 'max-keys')
  return Math.min(Number(text), 1000)
}

function nameEncoder(type: string | undefined): (name: string) => string {
  if (type === undefined) return (name) => name
  if (type !== 'url') throw new S3Error('InvalidArgument', 'encoding-type')
  return (name) => encodeURIComponent(name).replaceAll('%2F', '/')
}
