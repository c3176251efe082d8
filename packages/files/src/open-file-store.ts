import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { ensureBucket } from './ensure-bucket'
import { FileNotFound, FileStoreUnavailable, named } from './errors'
import type { FileKey, FilePrefix } from './file-key'
import type { FileStore, FileStoreSettings, ListedFile, StoredFile } from './file-store'
import { presignGet, presignPut } from './presign'
import { putStream } from './put-stream'

const CHECK_TIMEOUT_MS = 3_000

/** Opens the store at an S3 endpoint. Connects on first use. */
export function openFileStore(settings: FileStoreSettings): FileStore {
  const client = connect(settings)
  const Bucket = settings.bucket
  return {
    async put(Key, body, { contentType, cacheControl }) {
      const target = { Bucket, Key, ContentType: contentType, CacheControl: cacheControl }
      const sent = Buffer.isBuffer(body)
        ? client.send(new PutObjectCommand({ ...target, Body: body }))
        : putStream(client, target, body)
      return { etag: (await named(sent)).ETag ?? '' }
    },
    async get(Key) {
      const found = await named(client.send(new GetObjectCommand({ Bucket, Key })))
      return { ...describe(found), body: found.Body as Readable }
    },
    async head(Key) {
      return describe(await named(client.send(new HeadObjectCommand({ Bucket, Key }))))
    },
    async remove(Key) {
      await named(client.send(new DeleteObjectCommand({ Bucket, Key })))
    },
    list: (prefix) => listFiles(client, Bucket, prefix),
    presignPut: (key, options) => presignPut(client, Bucket, key, options),
    presignGet: (key, options) => presignGet(client, Bucket, key, options),
    async check() {
      const abortSignal = AbortSignal.timeout(CHECK_TIMEOUT_MS)
      await unavailableIfMissing(named(client.send(new HeadBucketCommand({ Bucket }), { abortSignal })))
    },
    ensureBucket: () => named(ensureBucket(client, Bucket)),
  }
}

/** Checksums only where required: Ceph and other stores refuse or ignore the newer trailers. */
const connect = ({ endpoint, region, accessKey, secretKey }: FileStoreSettings) =>
  new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  })

const describe = (found: Pick<HeadObjectCommandOutput, 'ContentType' | 'ContentLength' | 'ETag'>): StoredFile => ({
  contentType: found.ContentType ?? 'application/octet-stream',
  size: found.ContentLength ?? 0,
  etag: found.ETag ?? '',
})

async function* listFiles(client: S3Client, Bucket: string, Prefix: FilePrefix): AsyncGenerator<ListedFile> {
  let ContinuationToken: string | undefined
  do {
    const page = await named(client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken })))
    for (const { Key, Size = 0, LastModified = new Date(0) } of page.Contents ?? [])
      yield { key: Key as FileKey, size: Size, modifiedAt: LastModified }
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
}

/** A missing bucket is a store that cannot be used, not a missing file. */
const unavailableIfMissing = <T>(call: Promise<T>): Promise<T> =>
  call.catch((error) => {
    throw error instanceof FileNotFound ? new FileStoreUnavailable(error.cause) : error
  })
