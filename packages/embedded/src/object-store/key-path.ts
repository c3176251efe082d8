import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Longest file name taken over from a key's segment, in bytes (most file systems end at 255). */
const LONGEST_SEGMENT = 240

/**
 * Where a key's object lies within its bucket. Segments become `d.<segment>` folders and one `f.<segment>` file: no segment
 * can mean "here" or "above", "a" and "a/b" live side by side, and listing reads the folders. A key with a longer segment
 * lies under its hash; the object itself carries its key.
 */
export function pathOfKey(key: string): string {
  const segments = key.split('/').map(encode)
  if (segments.some((segment) => Buffer.byteLength(segment) > LONGEST_SEGMENT))
    return join('long', createHash('sha256').update(key).digest('hex'))
  const file = segments.pop()
  return join('objects', ...segments.map((segment) => `d.${segment}`), `f.${file}`)
}

export const folderSegment = (name: string) => (name.startsWith('d.') ? decode(name.slice(2)) : undefined)
export const fileSegment = (name: string) => (name.startsWith('f.') ? decode(name.slice(2)) : undefined)

/** Case and form are kept; only what a file name cannot hold is replaced. */
const encode = (segment: string) => segment.replace(/[%\0]/g, (char) => (char === '%' ? '%25' : '%00'))
const decode = (name: string) => name.replace(/%(25|00)/g, (_, code) => (code === '25' ? '%' : '\0'))
