import { rename, rm } from 'node:fs/promises'
import { draftPath } from '../durable-files'
import { listKeys } from '../list-keys'
import { type BucketCall, reply } from '../operation'
import { S3Error } from '../s3-error'

export async function deleteBucket(call: BucketCall): Promise<void> {
  if ((await listKeys(call.bucketPath, '')).length > 0) throw new S3Error('BucketNotEmpty')
  const aside = draftPath(call.root)
  await rename(call.bucketPath, aside)
  await rm(aside, { recursive: true, force: true })
  reply(call, 204)
}
