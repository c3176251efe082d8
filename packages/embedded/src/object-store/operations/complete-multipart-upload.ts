import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commit, commitNew, draftPath } from '../durable-files'
import { pathOfKey } from '../key-path'
import { type ObjectCall, quoted, reply } from '../operation'
import { S3Error } from '../s3-error'
import { existingUpload, type Part, storedParts } from '../uploads'
import { writeDraft } from '../write-draft'
import { childrenOf, documentOf, element, parseDocument, textOf } from '../xml'
import { createOnly } from './put-object'

const SMALLEST_PART = 5 * 1024 * 1024

export async function completeMultipartUpload(call: ObjectCall): Promise<void> {
  const { root, bucket, bucketPath, key } = call
  const { folder, headers } = await existingUpload(call)
  const parts = chosenParts(await call.document(), await storedParts(folder))
  const path = join(bucketPath, pathOfKey(key))
  const mustBeNew = await createOnly(call, path)
  const draft = await writeDraft(root, { key, headers, body: joined(parts), etag: joinedEtag(parts) })
  await (mustBeNew ? commitNew : commit)(draft.path, path)
  const done = draftPath(root)
  await rename(folder, done)
  await rm(done, { recursive: true, force: true })
  const result = [
    element('Location', `/${bucket}/${key}`),
    element('Bucket', bucket),
    element('Key', key),
    element('ETag', quoted(draft.record.etag)),
  ]
  reply(call, 200, {}, documentOf('CompleteMultipartUploadResult', ...result))
}

function chosenParts(document: string, stored: Part[]): Part[] {
  const listed = childrenOf(parseDocument(document, 'CompleteMultipartUpload'), 'Part')
  if (listed.length === 0) throw new S3Error('MalformedXML')
  const chosen = listed.map((entry) => {
    const etag = textOf(entry, 'ETag')?.replaceAll('"', '')
    const part = stored.find(({ number }) => number === Number(textOf(entry, 'PartNumber')))
    if (!part || part.record.etag !== etag) throw new S3Error('InvalidPart')
    return part
  })
  if (chosen.some((part, at) => at > 0 && part.number <= (chosen[at - 1]?.number ?? 0)))
    throw new S3Error('InvalidPartOrder')
  if (chosen.slice(0, -1).some(({ record }) => record.size < SMALLEST_PART)) throw new S3Error('EntityTooSmall')
  return chosen
}

/** As S3 does: the MD5 of the parts' MD5s, and their number. */
function joinedEtag(parts: Part[]): string {
  const hash = createHash('md5')
  for (const { record } of parts) hash.update(Buffer.from(record.etag, 'hex'))
  return `${hash.digest('hex')}-${parts.length}`
}

async function* joined(parts: Part[]): AsyncGenerator<Buffer> {
  for (const { path, record } of parts) {
    if (record.size === 0) continue
    const handle = await open(path, 'r')
    yield* handle.createReadStream({ start: 0, end: record.size - 1 })
  }
}
