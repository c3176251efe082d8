import type { DatabaseServer, Settings } from '@sotay/tenancy'
import { startChild } from './child'
import type { Programs } from './programs'

export interface DumpOptions {
  settings: Settings
  server: DatabaseServer
  programs: Programs
  schema: string
  /** Of `pg_export_snapshot`, whose transaction stays open meanwhile. */
  snapshot: string
}

/** One schema as `pg_dump` writes it in its custom format, of one moment. @throws with pg_dump's own words */
export async function* dumpSchema({
  settings,
  server,
  programs,
  schema,
  snapshot,
}: DumpOptions): AsyncGenerator<Buffer> {
  const args = ['--format=custom', '--compress=3', '--no-owner', '--no-privileges', '--no-publications']
  const { process: child, done } = startChild(
    programs.dump,
    [...args, `--schema=${schema}`, `--snapshot=${snapshot}`],
    { settings, server },
  )
  child.stdin?.end()
  try {
    for await (const chunk of child.stdout!) yield chunk as Buffer
    await done
  } finally {
    if (child.exitCode === null) child.kill()
  }
}
