import { S3Error } from './s3-error'

export type ListingRequest = {
  prefix: string
  delimiter: string
  startAfter?: string
  token?: string
  maxKeys: number
}

export type ListingPage = { keys: string[]; prefixes: string[]; next?: string }

/** Cuts one page out of sorted keys: those with the delimiter after the prefix are rolled up, each prefix counting once. */
export function pageOf(
  sorted: string[],
  { prefix, delimiter, startAfter, token, maxKeys }: ListingRequest,
): ListingPage {
  const after = token === undefined ? startAfter : readToken(token)
  const page: ListingPage = { keys: [], prefixes: [] }
  let last: string | undefined
  for (const key of sorted) {
    const common = commonPrefix(key, prefix, delimiter)
    const item = common ?? key
    if (item === last || (after !== undefined && Buffer.compare(Buffer.from(item), Buffer.from(after)) <= 0)) continue
    if (page.keys.length + page.prefixes.length === maxKeys) {
      if (maxKeys > 0) page.next = Buffer.from(last ?? '').toString('base64url')
      return page
    }
    ;(common === undefined ? page.keys : page.prefixes).push(item)
    last = item
  }
  return page
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined
  const at = key.indexOf(delimiter, prefix.length)
  return at < 0 ? undefined : key.slice(0, at + delimiter.length)
}

function readToken(token: string): string {
  if (!/^[\w-]+$/.test(token)) throw new S3Error('InvalidArgument', 'continuation-token')
  return Buffer.from(token, 'base64url').toString()
}
