import { type FileHandle, open } from 'node:fs/promises'
import { S3Error } from './s3-error'

/** What is kept of an object beside its bytes; `headers` as they are sent back, `size` in bytes. */
export type ObjectRecord = {
  key: string
  size: number
  etag: string
  modifiedAt: string
  headers: Record<string, string>
}

export type OpenObject = { record: ObjectRecord; handle: FileHandle }

const MAGIC = 'SOTAYOB1'
const TAIL_BYTES = 4 + MAGIC.length

/** The end of an object's file: record as JSON, its length, a mark. Bytes and record are one file, so they cannot part. */
export function tailOf(record: ObjectRecord): Buffer {
  const json = Buffer.from(JSON.stringify(record))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([json, length, Buffer.from(MAGIC)])
}

/** Opens an object as it is now: a later replacement does not change what the handle reads. @returns undefined when absent */
export async function openObject(path: string): Promise<OpenObject | undefined> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (!handle) return undefined
  try {
    return { handle, record: await readRecord(handle) }
  } catch (error) {
    await handle.close()
    throw error
  }
}

export async function readObjectRecord(path: string): Promise<ObjectRecord | undefined> {
  const found = await openObject(path)
  await found?.handle.close()
  return found?.record
}

async function readRecord(handle: FileHandle): Promise<ObjectRecord> {
  const { size } = await handle.stat()
  const tail = await readAt(handle, size - TAIL_BYTES, TAIL_BYTES)
  const length = tail.readUInt32BE(0)
  if (tail.toString('latin1', 4) !== MAGIC) throw damaged()
  const record = JSON.parse((await readAt(handle, size - TAIL_BYTES - length, length)).toString()) as ObjectRecord
  if (record.size + length + TAIL_BYTES !== size) throw damaged()
  return record
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (position < 0) throw damaged()
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw damaged()
  return buffer
}

const damaged = () => new S3Error('InternalError', 'The stored object is damaged')
