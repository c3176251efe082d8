import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { EmbeddedError } from '../embedded-error'

const run = promisify(execFile)

/** The operating-system account the database runs under. */
export type DatabaseUser = { uid: number; gid: number }

/**
 * PostgreSQL refuses root: as root this is the owner of existing data, else `postgres`, else a system account made for it.
 * @returns undefined when the present account is already unprivileged
 * @throws EmbeddedError no-user
 */
export async function databaseUser(dataDir: string): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  return (
    (await ownerOf(dataDir)) ??
    (await lookUp('postgres')) ??
    (await lookUp('sotay-postgres')) ??
    (await createAccount('sotay-postgres')) ??
    (await lookUp('nobody')) ??
    fail()
  )
}

async function ownerOf(dir: string): Promise<DatabaseUser | undefined> {
  const found = await stat(`${dir}/PG_VERSION`).catch(() => undefined)
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

async function lookUp(name: string): Promise<DatabaseUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function createAccount(name: string): Promise<DatabaseUser | undefined> {
  await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name]).catch(() => undefined)
  return lookUp(name)
}

function fail(): never {
  throw new EmbeddedError(
    'no-user',
    'Đang chạy bằng quyền root mà máy không có tài khoản thường nào để chạy PostgreSQL.',
    'Tạo tài khoản hệ thống "postgres", hoặc chạy bằng tài khoản thường.',
  )
}
