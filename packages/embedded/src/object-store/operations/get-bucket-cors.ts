import { readCors } from '../cors'
import { type BucketCall, reply } from '../operation'
import { S3Error } from '../s3-error'
import { documentOf, element } from '../xml'

export async function getBucketCors(call: BucketCall): Promise<void> {
  const rules = await readCors(call.bucketPath)
  if (rules.length === 0) throw new S3Error('NoSuchCORSConfiguration')
  const written = rules.map(({ origins, methods, headers, exposed, maxAge }) =>
    element(
      'CORSRule',
      ...methods.map((method) => element('AllowedMethod', method)),
      ...origins.map((origin) => element('AllowedOrigin', origin)),
      ...headers.map((header) => element('AllowedHeader', header)),
      ...exposed.map((header) => element('ExposeHeader', header)),
      maxAge === undefined ? undefined : element('MaxAgeSeconds', maxAge),
    ),
  )
  reply(call, 200, {}, documentOf('CORSConfiguration', ...written))
}
