import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../explain-failure'
import { S3Error } from './s3-error'

/** A name in the store's folder of drafts; what a crash leaves there is removed at the next start. */
export const draftPath = (root: string) => join(root, 'drafts', randomUUID())

/** Moves a finished draft to its place, durably: readers see the old file or the new one. */
export function commit(draft: string, path: string): Promise<void> {
  return placed(path, () => rename(draft, path))
}

/** As `commit`, for a place that must be empty. @throws S3Error PreconditionFailed */
export async function commitNew(draft: string, path: string): Promise<void> {
  await placed(path, () => link(draft, path)).catch((error) => {
    throw codeOf(error) === 'EEXIST' ? new S3Error('PreconditionFailed') : error
  })
  await rm(draft)
}

/** Tries again when a deletion removed the emptied folder between its creation and its use. */
async function placed(path: string, place: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      const created = await mkdir(dirname(path), { recursive: true })
      await place()
      return await syncFolders(dirname(path), created)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || attempt === 50) throw error
    }
  }
}

async function syncFolders(from: string, firstCreated: string | undefined): Promise<void> {
  const last = firstCreated === undefined ? from : dirname(firstCreated)
  for (let folder = from; ; folder = dirname(folder)) {
    await syncFolder(folder).catch((error) => {
      if (codeOf(error) !== 'ENOENT') throw error
    })
    if (folder === last || folder === dirname(folder)) return
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Replaces a small JSON file whole. */
export async function writeJson(root: string, path: string, value: unknown): Promise<void> {
  const draft = draftPath(root)
  const file = await open(draft, 'wx')
  try {
    await file.writeFile(JSON.stringify(value))
    await file.sync()
  } finally {
    await file.close()
  }
  await commit(draft, path)
}
