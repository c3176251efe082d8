import { randomBytes } from 'node:crypto'
import { chown, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseUser } from './database-user'

const fileIn = (dataDir: string) => join(dataDir, 'sotay-password')

export const newPassword = () => randomBytes(24).toString('base64url')

export const readPassword = (dataDir: string): Promise<string | undefined> =>
  readFile(fileIn(dataDir), 'utf8').then(
    (text) => text.trim() || undefined,
    () => undefined,
  )

/** Readable by the database's account only; written whole or not at all. */
export async function writePassword(dataDir: string, password: string, user: DatabaseUser | undefined): Promise<void> {
  const draft = `${fileIn(dataDir)}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${password}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  if (user) await chown(draft, user.uid, user.gid)
  await rename(draft, fileIn(dataDir))
}
