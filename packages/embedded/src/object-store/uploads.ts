import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson } from './buckets'
import { type ObjectRecord, readObjectRecord } from './object-file'
import type { ObjectCall } from './operation'
import { S3Error } from './s3-error'

/** What a multipart upload will become. */
export type Upload = { key: string; headers: Record<string, string> }

export type Part = { number: number; path: string; record: ObjectRecord }

export const uploadFile = (folder: string) => join(folder, 'upload.json')
export const partPath = (folder: string, number: number) => join(folder, `part.${String(number).padStart(5, '0')}`)
export const uploadFolder = (bucketPath: string, id: string) => join(bucketPath, 'uploads', id)

/** The folder and the plan of the upload named in the query. @throws S3Error NoSuchUpload */
export async function existingUpload({ bucketPath, key, query }: ObjectCall): Promise<Upload & { folder: string }> {
  const id = query.uploadId ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new S3Error('NoSuchUpload')
  const folder = uploadFolder(bucketPath, id)
  const upload = await readJson<Upload>(uploadFile(folder))
  if (upload?.key !== key) throw new S3Error('NoSuchUpload')
  return { ...upload, folder }
}

/** The parts stored so far, in order. */
export async function storedParts(folder: string): Promise<Part[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('part.')).sort()
  const parts: Part[] = []
  for (const name of names) {
    const record = await readObjectRecord(join(folder, name))
    if (record) parts.push({ number: Number(name.slice(5)), path: join(folder, name), record })
  }
  return parts
}
