import iconv from 'iconv-lite'
import type { ScratchFile } from '../scratch-file'
import { SheetRefused } from '../sheet-refused'
import type { TextEncoding } from './detect-encoding'
import { blocks } from './text-blocks'

/** A text file as text, piece by piece. @throws SheetRefused `encoding` at the line whose bytes are none of the encoding's */
export function* decodeText(file: ScratchFile, { name, mark }: TextEncoding): Generator<string> {
  const decode = name === 'windows-1258' || name === 'tcvn' ? legacy(name) : standard(name)
  let line = 1
  for (const block of blocks(file, mark)) {
    const piece = decode(block)
    const wrong = piece.search(/[\ufffd\0]/)
    if (wrong >= 0) throw new SheetRefused('encoding', line + newlines(piece.slice(0, wrong)))
    line += newlines(piece)
    yield piece
  }
  const last = decode()
  if (last.includes('\ufffd')) throw new SheetRefused('encoding', line)
  yield last
}

function standard(name: string) {
  const decoder = new TextDecoder(name)
  return (block?: Buffer) => (block ? decoder.decode(block, { stream: true }) : decoder.decode())
}

function legacy(name: string) {
  const decoder = iconv.getDecoder(name)
  return (block?: Buffer) => (block ? decoder.write(block) : (decoder.end() ?? ''))
}

function newlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
