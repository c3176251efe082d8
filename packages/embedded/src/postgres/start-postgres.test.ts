import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRunningPostgres } from './find-running-postgres'
import { type PostgresOptions, startPostgres } from './start-postgres'

const isRoot = process.getuid?.() === 0
let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sotay-pg-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  return await sql.unsafe(statement).then(
    (rows) => sql.end().then(() => [...rows]),
    (error) =>
      sql.end().then(() => {
        throw error
      }),
  )
}

async function during<T>(options: PostgresOptions, use: (url: string) => Promise<T>): Promise<T> {
  const server = await startPostgres({ durable: false, ...options })
  return use(server.adminUrl).finally(server.stop)
}

test('keeps data across a stop and answers only with the password', async () => {
  const dataDir = join(home, 'plain')
  await during({ dataDir }, async (url) => {
    await ask(url, 'create table kept as select 7 as n')
    await expect(ask(url.replace(/:[^:@]*@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })
  await during({ dataDir }, async (url) => {
    expect(await ask(url, 'select n from kept')).toEqual([{ n: 7 }])
    expect(await findRunningPostgres(dataDir)).toMatchObject({ adminUrl: url })
  })
  expect(await findRunningPostgres(dataDir)).toBeUndefined()
  expect((await stat(join(dataDir, 'sotay-password'))).mode & 0o777).toBe(0o600)
})

test('listens on loopback only and has what the platform relies on', async () => {
  await during({ dataDir: join(home, 'plain') }, async (url) => {
    const [row] = await ask(
      url,
      `select current_setting('listen_addresses') as hosts, current_setting('wal_level') as wal,
              current_setting('server_encoding') as encoding, lower('ĐẢNG ỦY') as lowered, current_database() as name`,
    )
    expect(row).toEqual({ hosts: '127.0.0.1', wal: 'logical', encoding: 'UTF8', lowered: 'đảng ủy', name: 'sotay' })
    for (const extension of ['ltree', 'unaccent', 'pg_trgm', 'btree_gist'])
      await ask(url, `create extension ${extension}`)
  })
})

test('an explicit password replaces the stored one, and a lost password file is made anew', async () => {
  const dataDir = join(home, 'plain')
  await during({ dataDir, password: "mật'khẩu" }, (url) => ask(url, 'select 1'))
  await rm(join(dataDir, 'sotay-password'))
  await during({ dataDir }, (url) => ask(url, 'select 1'))
})

test('a first start cut short during initdb leaves nothing that is taken for data', async () => {
  const dataDir = join(home, 'half')
  await mkdir(`${dataDir}.new/base`, { recursive: true })
  await writeFile(`${dataDir}.new/PG_VERSION`, '15\n')
  expect(await during({ dataDir }, (url) => ask(url, 'select 1 as n'))).toEqual([{ n: 1 }])
})

test('a lock file whose number now belongs to another program is no obstacle', async () => {
  const dataDir = join(home, 'plain')
  await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`)
  await during({ dataDir }, (url) => ask(url, 'select 1'))
})

test('a server that was killed is started again on its port by the same process', async () => {
  const dataDir = join(home, 'plain')
  const first = await startPostgres({ dataDir })
  await ask(first.adminUrl, 'create table survived as select 1 as n')
  process.kill(first.pid, 'SIGKILL')
  await first.exited
  await during({ dataDir, port: first.port }, async (url) => {
    await first.stop()
    expect(url).toBe(first.adminUrl)
    expect(await ask(url, 'select n from survived')).toEqual([{ n: 1 }])
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'in-use' })
  })
})

test('a folder in use by a living process is refused and that server goes on', async () => {
  const dataDir = join(home, 'plain')
  await during({ dataDir }, async (url) => {
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'in-use' })
    expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }])
  })
})

test('a given port that is taken is refused with what to do, and the folder is free again', async () => {
  const dataDir = join(home, 'plain')
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as { port: number }
  const refused = startPostgres({ dataDir, port })
  await expect(refused).rejects.toMatchObject({ code: 'port-in-use', message: expect.stringContaining(`Cổng ${port}`) })
  taken.close()
  await during({ dataDir, port }, (url) => ask(url, 'select 1'))
})

test('data of another major version, and a path that cannot hold data, are refused by name', async () => {
  const old = join(home, 'old')
  await mkdir(old)
  await writeFile(join(old, 'PG_VERSION'), '14\n')
  await expect(startPostgres({ dataDir: old })).rejects.toMatchObject({ code: 'wrong-version' })
  const file = join(home, 'a-file')
  await writeFile(file, '')
  await expect(startPostgres({ dataDir: join(file, 'postgres') })).rejects.toMatchObject({ code: 'not-writable' })
})

test.runIf(isRoot)('the server does not run as root, even below a folder closed to everybody else', async () => {
  await chmod(home, 0o700)
  const server = await startPostgres({ dataDir: join(home, 'plain'), durable: false })
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
  await server.stop()
  expect(status).not.toMatch(/^Uid:\s+0\s/m)
})
