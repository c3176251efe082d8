import { createBucketFolder } from '../buckets'
import { type Call, reply } from '../operation'

export async function createBucket(call: Call, bucket: string): Promise<void> {
  if (call.headers['content-length'] !== undefined) await call.document()
  await createBucketFolder(call.root, bucket)
  reply(call, 200, { location: `/${bucket}` })
}
