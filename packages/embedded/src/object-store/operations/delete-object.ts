import { type ObjectCall, reply } from '../operation'
import { removeObject } from '../remove-object'

export async function deleteObject(call: ObjectCall): Promise<void> {
  await removeObject(call.bucketPath, call.key)
  reply(call, 204)
}
