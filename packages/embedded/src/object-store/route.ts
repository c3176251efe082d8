import { type BucketCall, type Call, inBucket, type ObjectCall } from './operation'
import { abortMultipartUpload } from './operations/abort-multipart-upload'
import { completeMultipartUpload } from './operations/complete-multipart-upload'
import { copyObject } from './operations/copy-object'
import { createBucket } from './operations/create-bucket'
import { createMultipartUpload } from './operations/create-multipart-upload'
import { deleteBucket } from './operations/delete-bucket'
import { deleteBucketCors } from './operations/delete-bucket-cors'
import { deleteObject } from './operations/delete-object'
import { deleteObjects } from './operations/delete-objects'
import { getBucketCors } from './operations/get-bucket-cors'
import { getBucketLocation } from './operations/get-bucket-location'
import { getBucketVersioning } from './operations/get-bucket-versioning'
import { getObject } from './operations/get-object'
import { headBucket } from './operations/head-bucket'
import { listBuckets } from './operations/list-buckets'
import { listObjects } from './operations/list-objects'
import { listParts } from './operations/list-parts'
import { putBucketCors } from './operations/put-bucket-cors'
import { putObject } from './operations/put-object'
import { uploadPart } from './operations/upload-part'
import type { RequestTarget } from './request-target'
import { S3Error } from './s3-error'

type Handlers<C> = Record<string, (call: C) => void | Promise<void>>

/** By method and the query's sub-resource. */
const bucketOperations: Handlers<BucketCall> = {
  GET: listObjects,
  HEAD: headBucket,
  DELETE: deleteBucket,
  'GET cors': getBucketCors,
  'PUT cors': putBucketCors,
  'DELETE cors': deleteBucketCors,
  'GET location': getBucketLocation,
  'GET versioning': getBucketVersioning,
  'POST delete': deleteObjects,
}

const objectOperations: Handlers<ObjectCall> = {
  GET: getObject,
  HEAD: getObject,
  PUT: (call) => (call.headers['x-amz-copy-source'] === undefined ? putObject(call) : copyObject(call)),
  DELETE: deleteObject,
  'POST uploads': createMultipartUpload,
  'PUT uploadId': uploadPart,
  'POST uploadId': completeMultipartUpload,
  'DELETE uploadId': abortMultipartUpload,
  'GET uploadId': listParts,
}

/** Parameters that qualify an operation; every other one names a sub-resource. */
const plain =
  /^(x-id|[Xx]-[Aa]mz-.*|response-.*|list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|fetch-owner|partNumber|max-parts|part-number-marker)$/

/** @throws S3Error NotImplemented for what this store does not do */
export async function route(call: Call, { bucket, key }: RequestTarget): Promise<void> {
  const subresources = Object.keys(call.query).filter((name) => !plain.test(name))
  const name = [call.method, ...subresources].join(' ')
  if (bucket === undefined) {
    if (name === 'GET') return listBuckets(call)
    throw new S3Error('MethodNotAllowed')
  }
  if (key === undefined && name === 'PUT') return createBucket(call, bucket)
  const operation =
    key === undefined ? bucketOperations[name] : (objectOperations[name] as Handlers<BucketCall>[string])
  if (!operation) throw new S3Error('NotImplemented', `${name} is not supported`)
  const within = await inBucket(call, bucket)
  return operation(key === undefined ? within : ({ ...within, key } as ObjectCall))
}
