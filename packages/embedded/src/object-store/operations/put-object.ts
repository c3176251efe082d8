import { join } from 'node:path'
import { commit, commitNew } from '../durable-files'
import { pathOfKey } from '../key-path'
import { readObjectRecord } from '../object-file'
import { headersToKeep } from '../object-headers'
import { type ObjectCall, quoted, reply } from '../operation'
import { S3Error } from '../s3-error'
import { writeDraft } from '../write-draft'

export async function putObject(call: ObjectCall): Promise<void> {
  const { root, bucketPath, key } = call
  const path = join(bucketPath, pathOfKey(key))
  const mustBeNew = await createOnly(call, path)
  const draft = await writeDraft(root, { key, headers: headersToKeep(call), body: call.body() })
  await (mustBeNew ? commitNew : commit)(draft.path, path)
  reply(call, 200, { etag: quoted(draft.record.etag) })
}

/** `If-None-Match: *`. Looked at first to spare the upload; what counts is the commit. */
export async function createOnly({ headers }: ObjectCall, path: string): Promise<boolean> {
  if (headers['if-match'] !== undefined) throw new S3Error('NotImplemented', 'If-Match on a write is not supported')
  if (headers['if-none-match'] === undefined) return false
  if (headers['if-none-match'] !== '*') throw new S3Error('NotImplemented', 'If-None-Match on a write takes only *')
  if (await readObjectRecord(path)) throw new S3Error('PreconditionFailed')
  return true
}
