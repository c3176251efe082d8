import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from './start-postgres'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sotay-pg-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

test('starts, keeps data across a stop, and answers only with the password', async () => {
  const dataDir = join(home, 'plain')
  const first = await startPostgres({ dataDir, durable: false })
  const sql = postgres(first.adminUrl, { max: 1 })
  await sql`create table kept (n int)`
  await sql`insert into kept values (7)`
  await sql.end()
  await first.stop()
  const second = await startPostgres({ dataDir, durable: false })
  const again = postgres(second.adminUrl, { max: 1 })
  expect(await again`select n from kept`).toEqual([{ n: 7 }])
  await again.end()
  await second.stop()
}, 60_000)
