import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Pool } from '@sotay/db/connect'
import { Conflict } from '@sotay/kernel'

const run = promisify(execFile)

/** Where PostgreSQL's own programs are, at least as new as the server. */
export interface Programs {
  dump: string
  restore: string
  psql: string
  /** Of `pg_dump`, as it says itself. */
  version: string
}

/** Debian keeps each version in a folder of its own, beside the one on the path. */
const DEBIAN = '/usr/lib/postgresql'

/**
 * Finds the programs for a server.
 * @param folders where to look, each with its slash; on the path and where Debian keeps newer ones when absent
 * @throws Conflict saying which package to install
 */
export async function findPrograms(owner: Pool, folders?: readonly string[]): Promise<Programs> {
  const [row] = await owner.sql.unsafe<{ major: number }[]>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  )
  const wanted = row!.major
  let found: number | undefined
  for (const folder of folders ?? (await usualFolders(wanted))) {
    const said = await run(`${folder}pg_dump`, ['--version']).catch(() => undefined)
    const version = said?.stdout.match(/(\d+)(\.\d+)?/)
    if (!version) continue
    found = Number(version[1])
    if (found < wanted || !(await run(`${folder}psql`, ['--version']).catch(() => undefined))) continue
    return { dump: `${folder}pg_dump`, restore: `${folder}pg_restore`, psql: `${folder}psql`, version: version[0] }
  }
  if (found === undefined) throw new Conflict('operations.no-pg-dump', { version: wanted })
  throw new Conflict('operations.old-pg-dump', { found, version: wanted })
}

async function usualFolders(wanted: number): Promise<string[]> {
  const installed = (await readdir(DEBIAN).catch(() => [] as string[]))
    .map(Number)
    .filter((version) => version >= wanted)
  return ['', ...installed.sort((one, other) => one - other).map((version) => `${DEBIAN}/${version}/bin/`)]
}
