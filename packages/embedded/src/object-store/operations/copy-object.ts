import { join } from 'node:path'
import { existingBucket } from '../buckets'
import { commit } from '../durable-files'
import { pathOfKey } from '../key-path'
import { openObject } from '../object-file'
import { headersToKeep } from '../object-headers'
import { type ObjectCall, quoted, reply } from '../operation'
import { parseTarget } from '../request-target'
import { S3Error } from '../s3-error'
import { writeDraft } from '../write-draft'
import { documentOf, element } from '../xml'

export async function copyObject(call: ObjectCall): Promise<void> {
  const { root, bucketPath, key, headers } = call
  const directive = headers['x-amz-metadata-directive'] ?? 'COPY'
  if (!['COPY', 'REPLACE'].includes(directive)) throw new S3Error('InvalidArgument', 'x-amz-metadata-directive')
  const given = headersToKeep(call)
  const from = parseTarget(`/${(headers['x-amz-copy-source'] ?? '').replace(/^\//, '')}`)
  if (from.bucket === undefined || from.key === undefined) throw new S3Error('InvalidArgument', 'x-amz-copy-source')
  if (from.bucket === call.bucket && from.key === key && directive === 'COPY')
    throw new S3Error('InvalidRequest', 'A copy onto itself must replace the metadata')
  const source = await openObject(join(await existingBucket(root, from.bucket), pathOfKey(from.key)))
  if (!source) throw new S3Error('NoSuchKey')
  const { handle, record } = source
  const body =
    record.size === 0 ? empty() : handle.createReadStream({ start: 0, end: record.size - 1, autoClose: false })
  const kept = directive === 'COPY' ? record.headers : given
  const draft = await writeDraft(root, { key, headers: kept, body }).finally(() => handle.close())
  await commit(draft.path, join(bucketPath, pathOfKey(key)))
  const result = [element('LastModified', draft.record.modifiedAt), element('ETag', quoted(draft.record.etag))]
  reply(call, 200, {}, documentOf('CopyObjectResult', ...result))
}

async function* empty(): AsyncGenerator<Buffer> {}
