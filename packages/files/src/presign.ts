import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { FileKey } from './file-key'
import type { PresignedPut, PresignGetOptions, PresignPutOptions } from './file-store'

export async function presignPut(
  client: S3Client,
  bucket: string,
  key: FileKey,
  { contentType, size, expiresIn = 900 }: PresignPutOptions,
): Promise<PresignedPut> {
  const command = new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: contentType, ContentLength: size })
  const signableHeaders = new Set(['host', 'content-type', 'content-length'])
  return {
    url: await getSignedUrl(client, command, { expiresIn, signableHeaders }),
    headers: { 'content-type': contentType },
  }
}

export function presignGet(
  client: S3Client,
  bucket: string,
  key: FileKey,
  { expiresIn = 300, downloadName }: PresignGetOptions = {},
): Promise<string> {
  const ResponseContentDisposition = downloadName === undefined ? undefined : attachment(downloadName)
  const command = new GetObjectCommand({ Bucket: bucket, Key: key, ResponseContentDisposition })
  return getSignedUrl(client, command, { expiresIn })
}

/** RFC 6266 with the UTF-8 form of RFC 8187. */
const attachment = (name: string) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)}`
