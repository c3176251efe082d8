import { execFile } from 'node:child_process'
import { chown, open, readFile, rename, rm, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedError } from '../embedded-error'
import { newPassword, writePassword } from './admin-password'
import { exists, handOver, makePrivateFolder } from './data-folder'
import type { DatabaseUser } from './database-user'
import { runBinary } from './run-binary'

export type Cluster = { dataDir: string; binaries: string; user: DatabaseUser | undefined }

/** The major version of the package's binaries; data of another major cannot be opened by them. */
const MAJOR = '15'

/**
 * Makes the data folder unless it is there: built under another name and renamed, so a run cut short leaves nothing that
 * looks like data.
 * @throws EmbeddedError wrong-version · Error with initdb's output
 */
export async function initCluster(cluster: Cluster, password: string | undefined, durable: boolean): Promise<void> {
  const { dataDir, user } = cluster
  if (await exists(join(dataDir, 'PG_VERSION'))) return assertVersion(dataDir)
  const draft = `${dataDir}.new`
  await rm(draft, { recursive: true, force: true })
  await makePrivateFolder(draft, user)
  const chosen = password ?? newPassword()
  await runInitdb(cluster, draft, chosen, durable)
  await writePassword(draft, chosen, user)
  await rename(draft, dataDir)
  if (durable) await syncFolder(dirname(dataDir))
}

async function runInitdb({ binaries, user }: Cluster, draft: string, password: string, durable: boolean) {
  const passwordFile = `${draft}.password`
  const file = await open(passwordFile, 'w+', 0o600)
  try {
    await file.writeFile(password)
    if (user) await chown(passwordFile, user.uid, user.gid)
    const locale = await localeArguments()
    await handOver(draft, user, ({ name, fd }) => {
      const args = [
        `--pgdata=${name}`,
        '--username=postgres',
        '--pwfile=/dev/fd/4',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--data-checksums',
        ...locale,
        ...(durable ? [] : ['--no-sync']),
      ]
      return runBinary(join(binaries, 'bin/initdb'), args, { user, inherit: [fd, file.fd] })
    })
  } finally {
    await file.close()
    await unlink(passwordFile)
  }
}

/**
 * Order by code point (lets LIKE 'x%' use indexes; Vietnamese order is asked for with vi-x-icu), letters by Unicode
 * (pg_trgm and lower() need it); ICU where the machine has no UTF-8 locale.
 */
async function localeArguments(): Promise<string[]> {
  const { stdout } = await promisify(execFile)('locale', ['-a']).catch(() => ({ stdout: 'C.UTF-8' }))
  const installed = stdout.split('\n').map((line) => line.trim())
  const unicode = installed.find((name) => /^C\.utf-?8$/i.test(name)) ?? installed.find((name) => /utf-?8$/i.test(name))
  if (unicode) return ['--locale=C', `--lc-ctype=${unicode}`]
  return ['--locale=C', '--locale-provider=icu', '--icu-locale=und']
}

async function assertVersion(dataDir: string): Promise<void> {
  const found = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim()
  if (found === MAJOR) return
  throw new EmbeddedError(
    'wrong-version',
    `Dữ liệu trong "${dataDir}" thuộc PostgreSQL ${found}, chương trình đi kèm là PostgreSQL ${MAJOR}.`,
    'Dùng bản Sổ tay đã tạo ra dữ liệu này để sao lưu rồi khôi phục, hoặc đặt SOTAY_DATA sang thư mục khác.',
  )
}

async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  await handle.sync().finally(() => handle.close())
}
