import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { ScratchFile } from '../scratch-file'
import { SheetRefused } from '../sheet-refused'
import { lineBlocks } from './text-blocks'
import { vietnameseShare } from './vietnamese'

export interface TextEncoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn'
  /** Bytes of the mark at the start. */
  mark: 0 | 2 | 3
}

/** Legacy encodings of Vietnamese that offices still write: Windows' own, and TCVN3 (ABC) of TCVN 5712. */
const LEGACY = ['windows-1258', 'tcvn'] as const
const SAMPLE = 64 * 1024
/** Below this share of possible syllables a legacy encoding is a guess. */
const SURE = 0.8

/** Finds out how a text is written. @throws SheetRefused `encoding` at the first line that no sure encoding explains */
export function detectEncoding(file: ScratchFile): TextEncoding {
  const start = file.read(0, Math.min(512, file.size))
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return assertUtf8(file, 3)
  if (start[0] === 0xff && start[1] === 0xfe) return { name: 'utf-16le', mark: 2 }
  if (start[0] === 0xfe && start[1] === 0xff) return { name: 'utf-16be', mark: 2 }
  if (start.includes(0)) return unmarkedUtf16(start)
  return assertUtf8(file, 0)
}

// Latin letters and separators leave every second byte empty.
function unmarkedUtf16(start: Buffer): TextEncoding {
  const empty = [0, 0]
  start.forEach((byte, at) => {
    if (byte === 0) empty[at % 2]!++
  })
  const [even, odd] = empty as [number, number]
  if (odd > start.length / 8 && even < odd / 8) return { name: 'utf-16le', mark: 0 }
  if (even > start.length / 8 && odd < even / 8) return { name: 'utf-16be', mark: 0 }
  throw new SheetRefused('not-a-table')
}

function assertUtf8(file: ScratchFile, mark: 0 | 3): TextEncoding {
  let line = 0
  let firstBad = 0
  let bad = 0
  let marked = 0
  const sample: Buffer[] = []
  let sampled = 0
  for (const block of lineBlocks(file, mark)) {
    if (block.includes(0)) throw new SheetRefused('not-a-table')
    const whole = isUtf8(block)
    for (const bytes of linesOf(block)) {
      line++
      if (whole || isUtf8(bytes)) {
        if (bad > 0 || !whole) marked += bytes.some((byte) => byte > 0x7f) ? 1 : 0
        continue
      }
      bad++
      firstBad ||= line
      if (sampled < SAMPLE) sample.push(Buffer.from(bytes))
      sampled += bytes.length
    }
  }
  if (bad === 0) return { name: 'utf-8', mark }
  // A broken line in good text is a fault of that line, not another encoding.
  if (mark || marked >= bad) throw new SheetRefused('encoding', firstBad)
  return { name: legacyEncoding(Buffer.concat(sample), firstBad), mark: 0 }
}

function legacyEncoding(sample: Buffer, line: number) {
  const [best] = LEGACY.map((name) => ({ name, share: vietnameseShare(iconv.decode(sample, name)) })).sort(
    (a, b) => b.share - a.share,
  )
  if (best!.share < SURE) throw new SheetRefused('encoding', line)
  return best!.name
}

function* linesOf(block: Buffer): Generator<Buffer> {
  for (let at = 0; at < block.length; ) {
    const end = block.indexOf(0x0a, at)
    yield block.subarray(at, end < 0 ? block.length : end + 1)
    at = end < 0 ? block.length : end + 1
  }
}
