import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { EmbeddedError } from './embedded-error'
import { codeOf } from './explain-failure'
import { isSameProcess, type ProcessId, processId } from './process-id'

/**
 * Marks a data folder as used by this process until released; a mark left by a dead process is taken over.
 * @throws EmbeddedError in-use when a living process holds it
 */
export async function takeOwnerLock(dataDir: string): Promise<() => Promise<void>> {
  const path = `${dataDir}.lock`
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  await writeFile(draft, JSON.stringify(processId(process.pid)), { mode: 0o644 })
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (await linked(draft, path)) return () => rm(path, { force: true })
      const owner = await readOwner(path)
      if (owner && isSameProcess(owner)) throw inUse(dataDir, owner.pid)
      await removeStale(path, owner)
    }
    throw inUse(dataDir, 0)
  } finally {
    await rm(draft, { force: true })
  }
}

/** link() fails when the name exists, so the mark appears whole or not at all. */
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function readOwner(path: string): Promise<ProcessId | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ProcessId
  } catch {
    return undefined
  }
}

/** Moved aside first: a mark that a third process has just put there is recognised and given back. */
async function removeStale(path: string, seen: ProcessId | undefined): Promise<void> {
  const aside = `${path}.stale.${process.pid}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const moved = await readOwner(aside)
  if (moved && moved.pid !== seen?.pid && isSameProcess(moved)) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

const inUse = (dataDir: string, pid: number) =>
  new EmbeddedError(
    'in-use',
    `Thư mục dữ liệu "${dataDir}" đang được tiến trình ${pid} sử dụng.`,
    'Dừng lần chạy kia (Ctrl-C) trước, hoặc đặt SOTAY_DATA sang thư mục khác.',
  )
