import { type BucketCall, reply } from '../operation'
import { documentOf } from '../xml'

/** us-east-1 is answered as empty (S3 API reference, GetBucketLocation). */
export function getBucketLocation(call: BucketCall): void {
  reply(call, 200, {}, documentOf('LocationConstraint', call.region === 'us-east-1' ? undefined : call.region))
}
