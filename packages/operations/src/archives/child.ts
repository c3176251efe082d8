import { type ChildProcess, spawn } from 'node:child_process'
import type { DatabaseServer, Settings } from '@sotay/tenancy'

/** A program at work on a database as its owner. */
export interface Child {
  process: ChildProcess
  /** Settles when it ended well. @throws with the last of what it said */
  done: Promise<void>
}

/** Starts one of PostgreSQL's programs. The password goes by the environment, never on the command line. */
export function startChild(
  program: string,
  args: readonly string[],
  { settings, server }: { settings: Settings; server: DatabaseServer },
): Child {
  const child = spawn(program, args, {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: process.env.NODE_ENV,
      LC_ALL: 'C',
      PGHOST: server.host,
      PGPORT: String(server.port),
      PGDATABASE: server.database,
      PGUSER: settings.database.user,
      PGPASSWORD: settings.database.password,
      PGAPPNAME: 'sotay-archive',
      PGOPTIONS: '-c statement_timeout=0 -c lock_timeout=0 -c client_min_messages=warning',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000)
  })
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program.split('/').at(-1)}: ${said.trim() || `exit ${code}`}`)),
    )
  })
  done.catch(() => {})
  // Its end is told by `done`; a pipe that breaks before says less.
  child.stdin?.on('error', () => {})
  return { process: child, done }
}
