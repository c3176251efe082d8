import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../explain-failure'
import { fileSegment, folderSegment } from './key-path'
import { readObjectRecord } from './object-file'

/** All keys of a bucket that begin with the prefix, in the order of their UTF-8 bytes. */
export async function listKeys(bucketPath: string, prefix: string): Promise<string[]> {
  const keys = await keysUnder(join(bucketPath, 'objects'), '', prefix)
  for (const entry of await entriesOf(join(bucketPath, 'long'))) {
    const record = await readObjectRecord(join(bucketPath, 'long', entry.name))
    if (record?.key.startsWith(prefix)) keys.push(record.key)
  }
  return keys
    .map((key) => ({ key, bytes: Buffer.from(key) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ key }) => key)
}

async function keysUnder(folder: string, before: string, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for (const entry of await entriesOf(folder)) {
    const file = fileSegment(entry.name)
    if (file !== undefined && (before + file).startsWith(prefix)) keys.push(before + file)
    const segment = folderSegment(entry.name)
    if (segment === undefined) continue
    const start = `${before}${segment}/`
    if (start.startsWith(prefix) || prefix.startsWith(start))
      for (const key of await keysUnder(join(folder, entry.name), start, prefix)) keys.push(key)
  }
  return keys
}

/** A folder that a deletion has just removed is an empty one. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
}
