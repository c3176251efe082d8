import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PAGE = 64 * 1024
const PAGES = 32

/** A file that is gone as soon as the process is: its name is removed once it is open. */
export interface ScratchFile {
  readonly fd: number
  readonly size: number
  append(bytes: Uint8Array): void
  /** Bytes from a position on, through a cache of two megabytes; valid until the next call. */
  read(position: number, length: number): Buffer
  close(): void
}

/** What must be reached at random but may not grow in memory is kept here, readable by this process alone. */
export function openScratchFile(): ScratchFile {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-table-'))
  const { O_RDWR, O_CREAT, O_EXCL } = constants
  const fd = openSync(join(folder, 'content'), O_RDWR | O_CREAT | O_EXCL, 0o600)
  rmSync(folder, { recursive: true, force: true })
  let size = 0
  const pages = new Map<number, Buffer>()

  const page = (index: number): Buffer => {
    const kept = pages.get(index)
    if (kept) return kept
    const oldest = pages.size < PAGES ? undefined : pages.keys().next().value!
    const bytes = oldest === undefined ? Buffer.allocUnsafe(PAGE) : pages.get(oldest)!
    if (oldest !== undefined) pages.delete(oldest)
    const found = readSync(fd, bytes, 0, PAGE, index * PAGE)
    if (index * PAGE + found < Math.min(size, (index + 1) * PAGE)) throw new Error('scratch file cut short')
    pages.set(index, bytes)
    return bytes
  }

  return {
    fd,
    get size() {
      return size
    },
    append(bytes) {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, size + done)
      size += bytes.length
    },
    read(position, length) {
      const first = Math.floor(position / PAGE)
      const from = position - first * PAGE
      if (from + length <= PAGE) return page(first).subarray(from, from + length)
      const joined = Buffer.allocUnsafe(length)
      for (let done = 0; done < length; ) {
        const at = position + done
        const index = Math.floor(at / PAGE)
        done += page(index).copy(joined, done, at - index * PAGE, Math.min(PAGE, at - index * PAGE + length - done))
      }
      return joined
    },
    close: () => closeSync(fd),
  }
}
