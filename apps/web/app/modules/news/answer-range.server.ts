import { buffer } from 'node:stream/consumers'
import type { ArticleAudio } from '@sotay/domain/news'

/** Answers with a whole file, or with the one part that was asked for (RFC 9110, 14). */
export async function answerRange(
  { body, contentType, size, etag }: ArticleAudio,
  range: string | null,
): Promise<Response> {
  const headers = { 'Content-Type': contentType, 'Accept-Ranges': 'bytes', ...(etag ? { ETag: etag } : {}) }
  const part = partOf(range, size)
  if (part === 'beyond') {
    body.destroy()
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  }
  const whole = await buffer(body)
  if (!part) return new Response(whole, { headers: { ...headers, 'Content-Length': String(size) } })
  const { from, to } = part
  return new Response(whole.subarray(from, to + 1), {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${from}-${to}/${size}`, 'Content-Length': String(to - from + 1) },
  })
}

/** Both ends inclusive; nothing for a header to be ignored, as several parts at once are. */
export function partOf(range: string | null, size: number): { from: number; to: number } | 'beyond' | undefined {
  const [, first, last] = range?.match(/^bytes=(\d{0,15})-(\d{0,15})$/) ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < from) return undefined
  return from >= size || (first === '' && Number(last) === 0) ? 'beyond' : { from, to }
}
