import { randomUUID } from 'node:crypto'
import { writeJson } from '../durable-files'
import { headersToKeep } from '../object-headers'
import { type ObjectCall, reply } from '../operation'
import { type Upload, uploadFile, uploadFolder } from '../uploads'
import { documentOf, element } from '../xml'

export async function createMultipartUpload(call: ObjectCall): Promise<void> {
  const { root, bucket, bucketPath, key } = call
  const id = randomUUID()
  const upload: Upload = { key, headers: headersToKeep(call) }
  await writeJson(root, uploadFile(uploadFolder(bucketPath, id)), upload)
  const result = [element('Bucket', bucket), element('Key', key), element('UploadId', id)]
  reply(call, 200, {}, documentOf('InitiateMultipartUploadResult', ...result))
}
