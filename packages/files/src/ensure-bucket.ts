import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'

export async function ensureBucket(client: S3Client, bucket: string): Promise<void> {
  await client.send(new HeadBucketCommand({ Bucket: bucket })).catch((error) => {
    if (!is(error, 'NotFound', 'NoSuchBucket')) throw error
    return client.send(new CreateBucketCommand({ Bucket: bucket })).catch((race) => {
      if (!is(race, 'BucketAlreadyOwnedByYou')) throw race
    })
  })
  await allowBrowserUploads(client, bucket)
}

/** Any origin: what may be written is decided by the presigned URL. A store whose owner keeps this to himself is left as is. */
async function allowBrowserUploads(client: S3Client, bucket: string): Promise<void> {
  const rule = {
    AllowedMethods: ['PUT', 'GET', 'HEAD'],
    AllowedOrigins: ['*'],
    AllowedHeaders: ['*'],
    MaxAgeSeconds: 3600,
  }
  const command = new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules: [rule] } })
  await client.send(command).catch((error) => {
    if (!is(error, 'AccessDenied', 'NotImplemented')) throw error
  })
}

const is = (error: unknown, ...names: string[]) => error instanceof S3ServiceException && names.includes(error.name)
