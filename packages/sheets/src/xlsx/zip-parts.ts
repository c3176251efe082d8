import { crc32 } from 'node:zlib'
import { type Entry, fromFdPromise } from 'yauzl'
import type { ScratchFile } from '../scratch-file'
import { SheetRefused } from '../sheet-refused'

/** No workbook that people make has more parts. */
const MOST_PARTS = 5_000

export interface ZipParts {
  has(name: string): boolean
  /** A part unpacked piece by piece; @throws SheetRefused when it is damaged or unpacks too far */
  read(name: string): AsyncGenerator<Uint8Array>
}

/**
 * The parts of a packed file by name. How far they unpack is checked twice: as declared, before one is opened, and as found.
 * @param expandedBytes the most that all parts read may unpack to
 */
export async function openZip(file: ScratchFile, expandedBytes: number): Promise<ZipParts> {
  const zip = await fromFdPromise(file.fd, { lazyEntries: true, autoClose: false }).catch(damaged)
  const entries = new Map<string, Entry>()
  if (zip.entryCount > MOST_PARTS) throw new SheetRefused('damaged')
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry)
  } catch (error) {
    damaged(error)
  }
  let expanded = 0
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async *read(name) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw new SheetRefused('damaged')
      if (entry.isEncrypted()) throw new SheetRefused('encrypted')
      if (expanded + entry.uncompressedSize > expandedBytes) throw new SheetRefused('expands-too-far')
      let sum = 0
      try {
        const stream = await zip.openReadStreamPromise(entry)
        for await (const piece of stream as AsyncIterable<Buffer>) {
          expanded += piece.length
          if (expanded > expandedBytes) throw new SheetRefused('expands-too-far')
          sum = crc32(piece, sum)
          yield piece
        }
      } catch (error) {
        damaged(error)
      }
      if (sum !== entry.crc32) throw new SheetRefused('damaged')
    },
  }
}

function damaged(error: unknown): never {
  if (error instanceof SheetRefused) throw error
  throw new SheetRefused('damaged', undefined, { cause: error })
}
