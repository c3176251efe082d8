import type { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'

/** At least 5 MiB (S3 user guide, multipart upload limits). */
const PART_BYTES = 8 * 1024 * 1024

type Target = Pick<PutObjectCommandInput, 'Bucket' | 'Key' | 'ContentType' | 'CacheControl'>

/** Stores a stream of unknown length in parts held one at a time; nothing is stored when the stream fails. */
export async function putStream(client: S3Client, target: Target, body: Readable): Promise<{ ETag?: string }> {
  const parts = inParts(body)
  const first = await parts.next()
  const second = first.done ? first : await parts.next()
  if (second.done) return client.send(new PutObjectCommand({ ...target, Body: first.value ?? Buffer.alloc(0) }))

  const { UploadId } = await client.send(new CreateMultipartUploadCommand(target))
  const upload = { Bucket: target.Bucket, Key: target.Key, UploadId }
  try {
    const Parts: { PartNumber: number; ETag?: string }[] = []
    const send = async (Body: Buffer) => {
      const PartNumber = Parts.length + 1
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body }))
      Parts.push({ PartNumber, ETag })
    }
    await send(first.value as Buffer)
    await send(second.value)
    for await (const part of parts) await send(part)
    return await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }))
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined)
    throw error
  }
}

async function* inParts(body: Readable): AsyncGenerator<Buffer, undefined> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk)
    held.push(bytes)
    size += bytes.length
    if (size < PART_BYTES) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}
