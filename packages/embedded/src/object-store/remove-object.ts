import { rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../explain-failure'
import { syncFolder } from './durable-files'
import { pathOfKey } from './key-path'

/** Removes an object, durably, and the folders it leaves empty. Removing what is not there is no error. */
export async function removeObject(bucketPath: string, key: string): Promise<void> {
  const path = join(bucketPath, pathOfKey(key))
  await rm(path).catch((error) => {
    if (!/ENOENT|ENOTDIR/.test(codeOf(error))) throw error
  })
  const top = [join(bucketPath, 'objects'), join(bucketPath, 'long')]
  let folder = dirname(path)
  while (!top.includes(folder) && (await isRemovedEmpty(folder))) folder = dirname(folder)
  await syncFolder(folder).catch((error) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
}

const isRemovedEmpty = (folder: string) =>
  rmdir(folder).then(
    () => true,
    (error) => codeOf(error) === 'ENOENT',
  )
