import { type BucketCall, reply } from '../operation'
import { removeObject } from '../remove-object'
import { objectKey } from '../request-target'
import { S3Error } from '../s3-error'
import { childrenOf, documentOf, element, parseDocument, textOf } from '../xml'

export async function deleteObjects(call: BucketCall): Promise<void> {
  const asked = parseDocument(await call.document(), 'Delete')
  const keys = childrenOf(asked, 'Object').map((object) => textOf(object, 'Key'))
  if (keys.length === 0 || keys.length > 1000 || keys.some((key) => !key)) throw new S3Error('MalformedXML')
  const removed = []
  for (const key of keys as string[]) {
    await removeObject(call.bucketPath, objectKey(key))
    removed.push(element('Deleted', element('Key', key)))
  }
  reply(call, 200, {}, documentOf('DeleteResult', ...(textOf(asked, 'Quiet') === 'true' ? [] : removed)))
}
