import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../explain-failure'
import { draftPath, syncFolder } from './durable-files'
import { S3Error } from './s3-error'

const bucketPath = (root: string, bucket: string) => join(root, 'buckets', bucket)

/** @throws S3Error NoSuchBucket */
export async function existingBucket(root: string, bucket: string): Promise<string> {
  const path = bucketPath(root, bucket)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) throw new S3Error('NoSuchBucket')
  return path
}

/** The bucket's folders appear together or not at all. @throws S3Error BucketAlreadyOwnedByYou */
export async function createBucketFolder(root: string, bucket: string): Promise<void> {
  const draft = draftPath(root)
  for (const folder of ['objects', 'long', 'uploads']) await mkdir(join(draft, folder), { recursive: true })
  try {
    await rename(draft, bucketPath(root, bucket))
    await syncFolder(join(root, 'buckets'))
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw /ENOTEMPTY|EEXIST/.test(codeOf(error)) ? new S3Error('BucketAlreadyOwnedByYou') : error
  }
}

/** A JSON file of the bucket; undefined when it has none. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
