import { execFile } from 'node:child_process'
import { chmod, chown, mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { explainFailure } from '../explain-failure'
import type { DatabaseUser } from './database-user'

const run = promisify(execFile)

/** Creates the folder that will hold the data folder. @throws EmbeddedError not-writable, disk-full */
export async function makeParent(dataDir: string): Promise<void> {
  await mkdir(dirname(dataDir), { recursive: true }).catch((error) => {
    throw explainFailure(dirname(dataDir), error)
  })
}

/** An empty folder that only the database's account may enter. */
export async function makePrivateFolder(dir: string, user: DatabaseUser | undefined): Promise<void> {
  await mkdir(dir, { mode: 0o700 })
  if (user) await chown(dir, user.uid, user.gid)
  await chmod(dir, 0o700)
}

export const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** A folder as handed to one of PostgreSQL's programs: its name there, and the open descriptor that program inherits as 3. */
export type HandedFolder = { name: string; fd: number }

/**
 * Calls `use` with a name under which the database's account reaches the folder: a closed home above it (0700) cannot be
 * walked through by that account, an inherited descriptor needs no walk.
 */
export async function handOver<T>(
  dir: string,
  user: DatabaseUser | undefined,
  use: (folder: HandedFolder) => Promise<T>,
): Promise<T> {
  const handle = await open(dir, 'r')
  try {
    const name = (await isReachable(dir, user)) ? dir : '/proc/self/fd/3'
    return await use({ name, fd: handle.fd })
  } finally {
    await handle.close()
  }
}

async function isReachable(dir: string, user: DatabaseUser | undefined): Promise<boolean> {
  if (!user) return true
  return run('/bin/sh', ['-c', 'test -w "$1"', 'sh', dir], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  )
}
