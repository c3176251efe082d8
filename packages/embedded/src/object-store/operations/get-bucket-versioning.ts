import { type BucketCall, reply } from '../operation'
import { documentOf } from '../xml'

/** Never enabled: the empty answer says so. */
export function getBucketVersioning(call: BucketCall): void {
  reply(call, 200, {}, documentOf('VersioningConfiguration'))
}
