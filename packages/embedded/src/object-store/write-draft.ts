import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { draftPath } from './durable-files'
import { type ObjectRecord, tailOf } from './object-file'

export type Draft = { path: string; record: ObjectRecord }

/** What to store: `etag` only where it is not the MD5 of the bytes (multipart). */
export type DraftContent = {
  key: string
  headers: Record<string, string>
  body: AsyncIterable<Buffer>
  etag?: string
}

/** Writes a whole object to the drafts folder and to the disk; nothing is left when the body fails on the way. */
export async function writeDraft(root: string, { key, headers, body, etag }: DraftContent): Promise<Draft> {
  const path = draftPath(root)
  const file = await open(path, 'wx')
  try {
    const md5 = createHash('md5')
    let size = 0
    for await (const chunk of body) {
      md5.update(chunk)
      size += chunk.length
      for (let written = 0; written < chunk.length; ) written += (await file.write(chunk, written)).bytesWritten
    }
    const record = { key, size, etag: etag ?? md5.digest('hex'), modifiedAt: new Date().toISOString(), headers }
    await file.writeFile(tailOf(record))
    await file.sync()
    await file.close()
    return { path, record }
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(path, { force: true })
    throw error
  }
}
