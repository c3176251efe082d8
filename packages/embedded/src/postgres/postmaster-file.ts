import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The server's own lock file, written by PostgreSQL: line 1 pid, line 4 port, line 8 state. */
export type PostmasterFile = { pid: number; port: number; ready: boolean }

export const postmasterPath = (dataDir: string) => join(dataDir, 'postmaster.pid')

export async function readPostmasterFile(dataDir: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterPath(dataDir), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n')
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}
