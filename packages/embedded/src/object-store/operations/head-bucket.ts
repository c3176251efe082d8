import { type BucketCall, reply } from '../operation'

export function headBucket(call: BucketCall): void {
  reply(call, 200, { 'x-amz-bucket-region': call.region })
}
