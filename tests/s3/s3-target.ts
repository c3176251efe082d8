import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'

/** A server that speaks S3, with an account that may create buckets. */
export type S3Target = {
  endpoint: string
  region: string
  accessKey: string
  secretKey: string
  stop(): Promise<void>
}

/** As the platform's own client: checksums only where required; one try. */
export function clientOf(target: Omit<S3Target, 'stop'>, more: S3ClientConfig = {}): S3Client {
  const { endpoint, region, accessKey, secretKey } = target
  return new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 1,
    ...more,
  })
}
