import { openScratchFile } from '../scratch-file'
import { SheetRefused } from '../sheet-refused'
import { readXml } from './read-xml'

/** The texts that cells of a workbook refer to by number. */
export interface SharedStrings {
  /** Nothing when there is no such number. */
  get(index: number): string | undefined
  close(): void
}

const BATCH = 64 * 1024

/**
 * Puts the shared texts on disk, one after the other, and reaches them by where they end: memory stays the same
 * however many there are.
 * @param longest UTF-16 units one text may have
 */
export async function readSharedStrings(part: AsyncIterable<Uint8Array>, longest: number): Promise<SharedStrings> {
  const texts = openScratchFile()
  const ends = openScratchFile()
  const close = () => {
    texts.close()
    ends.close()
  }
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let end = 0
  const flush = () => {
    const bounds = Buffer.allocUnsafe(waiting.length * 8)
    waiting.forEach((text, n) => {
      end += text.length
      bounds.writeDoubleLE(end, n * 8)
    })
    texts.append(Buffer.concat(waiting))
    ends.append(bounds)
    waiting = []
    waitingBytes = 0
  }
  let current: string | undefined
  let inText = false
  let phonetic = false
  const events = {
    open(name: string) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    text(piece: string) {
      if (!inText || current === undefined) return
      current += piece
      if (current.length > longest) throw new SheetRefused('cell-too-long')
    },
    close(name: string) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si' && current !== undefined) {
        const bytes = Buffer.from(current)
        waiting.push(bytes)
        waitingBytes += bytes.length + 8
        current = undefined
        if (waitingBytes > BATCH) flush()
      }
    },
  }
  try {
    for await (const _ of readXml(part, events));
    flush()
  } catch (error) {
    close()
    throw error
  }
  const count = ends.size / 8
  const endOf = (index: number) => (index < 0 ? 0 : ends.read(index * 8, 8).readDoubleLE(0))
  return {
    get(index) {
      if (!Number.isInteger(index) || index < 0 || index >= count) return undefined
      const start = endOf(index - 1)
      return texts.read(start, endOf(index) - start).toString()
    },
    close,
  }
}
