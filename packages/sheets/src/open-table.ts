import { readSeparatedText } from './csv/read-separated-text'
import { openScratchFile, type ScratchFile } from './scratch-file'
import { SheetRefused } from './sheet-refused'
import { type TableLimits, tableLimits } from './table-limits'
import type { TableLine } from './table-line'
import { readWorkbook } from './xlsx/read-workbook'

/**
 * Reads an Excel workbook (its first visible sheet) or separated text line by line; what it is, its content decides.
 * The file is put on disk first, because a workbook's directory stands at its end; memory does not grow with it.
 * @param limits what more of is refused
 * @throws SheetRefused at the line that is at fault
 */
export async function* openTable(
  source: AsyncIterable<Uint8Array>,
  _fileName: string,
  limits: TableLimits = tableLimits,
): AsyncGenerator<TableLine, void, undefined> {
  const file = openScratchFile()
  try {
    for await (const bytes of source) {
      if (file.size + bytes.length > limits.bytes) throw new SheetRefused('too-large')
      file.append(bytes)
    }
    if (file.size === 0) throw new SheetRefused('empty')
    yield* startsWith(file, 0x50, 0x4b) ? readWorkbook(file, limits) : readText(file, limits)
  } finally {
    file.close()
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
/** Name of the stream that holds an encrypted workbook (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

function readText(file: ScratchFile, limits: TableLimits) {
  if (!startsWith(file, ...OLE)) return readSeparatedText(file, limits)
  throw new SheetRefused(contains(file, ENCRYPTED) ? 'encrypted' : 'old-excel')
}

const startsWith = (file: ScratchFile, ...bytes: number[]): boolean =>
  file.size >= bytes.length && file.read(0, bytes.length).equals(Buffer.from(bytes))

function contains(file: ScratchFile, bytes: Buffer): boolean {
  const step = 32 * 1024
  for (let at = 0; at < file.size; at += step) {
    if (file.read(at, Math.min(step + bytes.length, file.size - at)).includes(bytes)) return true
  }
  return false
}
