import { rm } from 'node:fs/promises'
import { corsPath } from '../cors'
import { type BucketCall, reply } from '../operation'

export async function deleteBucketCors(call: BucketCall): Promise<void> {
  await rm(corsPath(call.bucketPath), { force: true })
  reply(call, 204)
}
