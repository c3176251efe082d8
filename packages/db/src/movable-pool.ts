import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { alwaysPrepared, type Pool } from './connect'
import type { Database } from './tenant-db'

/** A pool whose work can be held back for a moment and go on at another server: whoever holds `db` notices a pause. */
export interface MovablePool<Server> {
  db: Database
  /**
   * Says where the pool's server is from now on. While it is held, statements and transactions that begin wait; once
   * those that had begun are through, its connections are closed: a server that counts none is quiet.
   */
  settle(server: Server, heldUntil?: Date | null): void
  close(): Promise<void>
}

interface Gate {
  opened: Promise<void>
  open(): void
}

/** @param connect opens a lazy pool to a server */
export function openMovablePool<Server>(connect: (server: Server) => Pool, first: Server): MovablePool<Server> {
  let server = first
  let current: Pool | undefined
  let running = 0
  let gate: Gate | undefined
  let expiry: NodeJS.Timeout | undefined

  const pool = () => {
    current ??= connect(server)
    return current
  }
  const leaveServer = () => {
    void current?.close()
    current = undefined
  }
  const run = async <Result>(work: (sql: postgres.Sql) => PromiseLike<Result>): Promise<Result> => {
    while (gate) await gate.opened
    running++
    try {
      return await work(pool().sql)
    } finally {
      running--
      if (gate && running === 0) leaveServer()
    }
  }
  const release = () => {
    clearTimeout(expiry)
    gate?.open()
    gate = undefined
  }
  return {
    db: drizzle(clientOver(pool, run)),
    settle(to, heldUntil) {
      const left = heldUntil ? heldUntil.getTime() - Date.now() : 0
      if (left > 0) {
        gate ??= newGate()
        clearTimeout(expiry)
        // Whoever holds it may have died: a hold ends by itself, where it began.
        expiry = setTimeout(release, left)
        expiry.unref()
        if (running === 0) leaveServer()
        return
      }
      if (JSON.stringify(to) !== JSON.stringify(server)) {
        leaveServer()
        server = to
      }
      release()
    },
    async close() {
      release()
      await current?.close()
    },
  }
}

type Run = <Result>(work: (sql: postgres.Sql) => PromiseLike<Result>) => Promise<Result>

/** What Drizzle asks of the driver, each call sent to the server of that moment. */
function clientOver(pool: () => Pool, run: Run): postgres.Sql {
  const unsafe = (text: string, params?: never[]) => {
    let rowsAsArrays = false
    const start = () =>
      run((sql) => {
        const sent = sql.unsafe(text, params, { prepare: true })
        return rowsAsArrays ? sent.values() : sent
      })
    const pending = {
      values() {
        rowsAsArrays = true
        return pending
      },
      // biome-ignore lint/suspicious/noThenProperty: the driver's own queries start when they are awaited.
      then: (...handlers: Parameters<Promise<unknown>['then']>) => start().then(...handlers),
    }
    return pending
  }
  const begin = (...args: unknown[]) => {
    const body = args.pop() as (inner: postgres.Sql) => unknown
    return run((sql) =>
      sql.begin(...(args as []), (inner) => body(alwaysPrepared(inner as unknown as postgres.Sql)) as never),
    )
  }
  // Callable like the driver's own, which is how Drizzle tells a client from a configuration.
  const client = Object.assign(() => {}, { unsafe, begin })
  return Object.defineProperty(client, 'options', { get: () => pool().sql.options }) as unknown as postgres.Sql
}

function newGate(): Gate {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
