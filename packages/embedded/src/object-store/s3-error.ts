/** A refusal in S3's own vocabulary (S3 API reference, "Error responses"). */
export class S3Error extends Error {
  readonly status: number
  readonly code: S3ErrorCode
  constructor(code: S3ErrorCode, message?: string) {
    super(message ?? codes[code][1])
    this.code = code
    this.status = codes[code][0]
  }
}

export type S3ErrorCode = keyof typeof codes

const codes = {
  AccessDenied: [403, 'Access denied'],
  AuthorizationHeaderMalformed: [400, 'The authorization header is malformed'],
  AuthorizationQueryParametersError: [400, 'The query parameters of the presigned URL are malformed'],
  BadDigest: [400, 'The body does not match the digest sent with it'],
  BucketAlreadyOwnedByYou: [409, 'The bucket exists and is yours'],
  BucketNotEmpty: [409, 'The bucket is not empty'],
  EntityTooLarge: [400, 'The body exceeds the largest size accepted'],
  EntityTooSmall: [400, 'A part other than the last is smaller than 5 MiB'],
  IncompleteBody: [400, 'The body ended early or is malformed'],
  InsufficientStorage: [507, 'The disk of the object store is full'],
  InternalError: [500, 'The object store failed'],
  InvalidAccessKeyId: [403, 'The access key is unknown'],
  InvalidArgument: [400, 'Invalid argument'],
  InvalidBucketName: [400, 'Invalid bucket name'],
  InvalidDigest: [400, 'The digest sent is not valid'],
  InvalidPart: [400, 'A part is unknown or its ETag differs'],
  InvalidPartOrder: [400, 'The parts are not in ascending order'],
  InvalidRange: [416, 'The requested range cannot be satisfied'],
  InvalidRequest: [400, 'Invalid request'],
  InvalidURI: [400, 'The URI cannot be parsed'],
  KeyTooLongError: [400, 'The key is longer than 1024 bytes'],
  MalformedXML: [400, 'The XML is malformed or not what this operation takes'],
  MetadataTooLarge: [400, 'The metadata exceeds 2 KB'],
  MethodNotAllowed: [405, 'The method is not allowed here'],
  MissingContentLength: [411, 'Content-Length is required'],
  NoSuchBucket: [404, 'The bucket does not exist'],
  NoSuchCORSConfiguration: [404, 'The bucket has no CORS configuration'],
  NoSuchKey: [404, 'The key does not exist'],
  NoSuchUpload: [404, 'The multipart upload does not exist'],
  NotImplemented: [501, 'This store does not have what the request asks for'],
  PreconditionFailed: [412, 'A precondition does not hold'],
  RequestTimeTooSkewed: [403, 'The request time differs too much from the clock'],
  SignatureDoesNotMatch: [403, 'The signature does not match'],
  XAmzContentSHA256Mismatch: [400, 'The body does not match x-amz-content-sha256'],
} as const satisfies Record<string, readonly [number, string]>
