import type { Instance } from './instance'

/**
 * How many queries one request costs, by PostgreSQL's own log.
 * @param serve starts the server that is looked at: its connections are to be made after logging is on
 * @param visit makes one request that is like all others; the first ones, which prepare, are not counted
 */
export async function countQueries<Server extends { stop(): Promise<void> }>(
  { operations, logged }: Instance,
  slug: string,
  serve: () => Promise<Server>,
  visit: (server: Server) => Promise<unknown>,
): Promise<number> {
  const { schema, server: database } = operations.directory.bySlug(slug)!
  const owner = operations.owner(database).sql
  const [warm, counted] = [12, 20]
  await owner.unsafe(`alter role "${schema}" set log_statement = 'all'`)
  const server = await serve()
  try {
    for (let n = 0; n < warm; n++) await visit(server)
    const lines = await logged(async () => {
      for (let n = 0; n < counted; n++) await visit(server)
      await logFlushed()
    })
    return lines.filter((line) => /LOG: +(execute|statement)/.test(line)).length / counted
  } finally {
    await server.stop()
    await owner.unsafe(`alter role "${schema}" reset log_statement`)
  }
}

// The server writes its log before it answers; the pipe's reader may be a moment behind.
const logFlushed = () => new Promise((resolve) => setTimeout(resolve, 250))
