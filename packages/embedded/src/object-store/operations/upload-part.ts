import { commit } from '../durable-files'
import { type ObjectCall, quoted, refuseHeaders, reply } from '../operation'
import { S3Error } from '../s3-error'
import { existingUpload, partPath } from '../uploads'
import { writeDraft } from '../write-draft'

export async function uploadPart(call: ObjectCall): Promise<void> {
  refuseHeaders(call, /^x-amz-copy-source/)
  const number = Number(call.query.partNumber)
  if (!Number.isInteger(number) || number < 1 || number > 10_000) throw new S3Error('InvalidArgument', 'partNumber')
  const { folder, key } = await existingUpload(call)
  const draft = await writeDraft(call.root, { key, headers: {}, body: call.body() })
  await existingUpload(call)
  await commit(draft.path, partPath(folder, number))
  reply(call, 200, { etag: quoted(draft.record.etag) })
}
