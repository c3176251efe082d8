import { EmbeddedError } from '../embedded-error'
import { startPostgres } from '../postgres/start-postgres'

/** Entry of a process that starts PostgreSQL on the folder it is given, says where, and waits to be killed. */
try {
  const { port, pid, adminUrl } = await startPostgres({ dataDir: process.argv[2] ?? '' })
  console.log(JSON.stringify({ port, pid, adminUrl }))
  setInterval(() => undefined, 1000)
} catch (error) {
  console.log(JSON.stringify({ code: error instanceof EmbeddedError ? error.code : String(error) }))
}
