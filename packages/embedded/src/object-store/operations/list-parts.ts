import { type ObjectCall, quoted, reply } from '../operation'
import { existingUpload, storedParts } from '../uploads'
import { documentOf, element } from '../xml'

export async function listParts(call: ObjectCall): Promise<void> {
  const { folder, key } = await existingUpload(call)
  const after = Number(call.query['part-number-marker'] ?? 0)
  const limit = Math.min(Number(call.query['max-parts'] ?? 1000), 1000)
  const remaining = (await storedParts(folder)).filter(({ number }) => number > after)
  const page = remaining.slice(0, limit)
  const parts = page.map(({ number, record }) =>
    element(
      'Part',
      element('PartNumber', number),
      element('LastModified', record.modifiedAt),
      element('ETag', quoted(record.etag)),
      element('Size', record.size),
    ),
  )
  const truncated = remaining.length > page.length
  reply(
    call,
    200,
    {},
    documentOf(
      'ListPartsResult',
      element('Bucket', call.bucket),
      element('Key', key),
      element('UploadId', call.query.uploadId),
      element('MaxParts', limit),
      element('IsTruncated', truncated),
      truncated ? element('NextPartNumberMarker', page.at(-1)?.number) : undefined,
      ...parts,
    ),
  )
}
