import { corsPath, parseCors } from '../cors'
import { writeJson } from '../durable-files'
import { type BucketCall, reply } from '../operation'

export async function putBucketCors(call: BucketCall): Promise<void> {
  await writeJson(call.root, corsPath(call.bucketPath), parseCors(await call.document()))
  reply(call, 200)
}
