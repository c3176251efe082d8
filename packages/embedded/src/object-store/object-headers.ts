import { type Call, refuseHeaders } from './operation'
import { S3Error } from './s3-error'

const kept = ['content-type', 'cache-control', 'content-disposition', 'content-encoding', 'content-language', 'expires']

const unsupported =
  /^x-amz-(server-side-encryption|tagging|object-lock|website-redirect|grant|mfa|write-offset)|^x-amz-copy-source-(if-|range|server-side)/

/** What of a writing request is stored with the object. @throws S3Error NotImplemented, MetadataTooLarge */
export function headersToKeep(call: Call): Record<string, string> {
  refuseHeaders(call, unsupported)
  const { headers } = call
  if (![undefined, 'private'].includes(headers['x-amz-acl']))
    throw new S3Error('NotImplemented', 'Only private objects')
  if (![undefined, 'STANDARD'].includes(headers['x-amz-storage-class'])) throw new S3Error('NotImplemented')
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'))
  if (metadata.reduce((size, [name, value]) => size + name.length - 11 + value.length, 0) > 2048)
    throw new S3Error('MetadataTooLarge')
  const found = Object.fromEntries([...Object.entries(headers).filter(([name]) => kept.includes(name)), ...metadata])
  return withoutTransferCoding({ 'content-type': 'binary/octet-stream', ...found })
}

/** aws-chunked is how the body travelled, not what it is. */
function withoutTransferCoding(headers: Record<string, string>): Record<string, string> {
  const codings = (headers['content-encoding'] ?? '').split(',').map((coding) => coding.trim())
  const own = codings.filter((coding) => coding !== '' && coding !== 'aws-chunked').join(',')
  const { 'content-encoding': _, ...rest } = headers
  return own === '' ? rest : { ...rest, 'content-encoding': own }
}
