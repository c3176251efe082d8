import type { ScratchFile } from '../scratch-file'
import { SheetRefused } from '../sheet-refused'

const BLOCK = 256 * 1024
/** A line of separated text longer than this is no line of a table. */
const LONGEST_LINE = 1024 * 1024
const NEWLINE = 0x0a

/** A text file in pieces that end with a line, so that no character is cut in two. @throws SheetRefused on an endless line */
export function* lineBlocks(file: ScratchFile, from = 0): Generator<Buffer> {
  let rest = Buffer.alloc(0)
  for (let at = from; at < file.size; at += BLOCK) {
    const block = Buffer.concat([rest, file.read(at, Math.min(BLOCK, file.size - at))])
    const end = block.lastIndexOf(NEWLINE) + 1
    if (end > 0) yield block.subarray(0, end)
    rest = block.subarray(end)
    if (rest.length > LONGEST_LINE) throw new SheetRefused('not-a-table')
  }
  if (rest.length > 0) yield rest
}

/** A file in pieces of any kind. */
export function* blocks(file: ScratchFile, from: number): Generator<Buffer> {
  for (let at = from; at < file.size; at += BLOCK) yield Buffer.from(file.read(at, Math.min(BLOCK, file.size - at)))
}
