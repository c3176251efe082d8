import { resolve } from 'node:path'
import { isPostgresIn } from '../process-id'
import { readPassword } from './admin-password'
import { databaseUrl } from './ensure-database'
import { readPostmasterFile } from './postmaster-file'

/** The server that another process has started on this folder and that takes connections; undefined when there is none. */
export async function findRunningPostgres(
  dataDir: string,
): Promise<{ port: number; adminUrl: string; pid: number } | undefined> {
  const file = await readPostmasterFile(resolve(dataDir))
  const password = await readPassword(resolve(dataDir))
  if (!file?.ready || password === undefined || !isPostgresIn(file.pid, resolve(dataDir))) return undefined
  return { port: file.port, pid: file.pid, adminUrl: databaseUrl(file.port, password, 'sotay') }
}
