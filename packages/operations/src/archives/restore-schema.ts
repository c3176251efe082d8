import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DatabaseServer, Settings } from '@sotay/tenancy'
import { startChild } from './child'
import type { Programs } from './programs'
import { renameSchema } from './rename-schema'

export interface SchemaRestore {
  /** Takes a piece of the dump. @throws with the words of whichever program failed */
  write(chunk: Buffer): Promise<void>
  end(): Promise<void>
  /** Leaves nothing behind: the script runs in one transaction. */
  abort(): void
}

export interface RestoreOptions {
  settings: Settings
  server: DatabaseServer
  programs: Programs
  /** The schema's name in the dump. */
  from: string
  /** The schema it becomes, made already and empty. */
  to: string
}

/** Restores one schema from a dump that comes in pieces: `pg_restore` makes the script, `psql` runs it. */
export function restoreSchema({ settings, server, programs, from, to }: RestoreOptions): SchemaRestore {
  const where = { settings, server }
  const script = startChild(programs.restore, ['--file=-', '--no-owner', '--no-privileges'], where)
  const psql = startChild(
    programs.psql,
    ['--no-psqlrc', '--quiet', '--output=/dev/null', '--set=ON_ERROR_STOP=1', '--single-transaction', '--file=-'],
    where,
  )
  const renamed = Readable.from(renameSchema(script.process.stdout!, { from, to }), { objectMode: false })
  const piped = pipeline(renamed, psql.process.stdin!)
  piped.catch(() => {})
  const done = async () => {
    // The one that fails first ends the other: its words are the ones to tell.
    await Promise.all([psql.done, script.done])
    await piped
  }
  const input = script.process.stdin!
  const failed = Promise.all([psql.done, script.done]).then(() => {})
  failed.catch(() => {})
  return {
    async write(chunk) {
      if (input.write(chunk)) return
      await Promise.race([once(input, 'drain'), failed])
      if (input.destroyed) await failed
    },
    async end() {
      input.end()
      await done()
    },
    abort() {
      script.process.kill()
      psql.process.kill()
    },
  }
}
