import type { ScratchFile } from '../scratch-file'
import type { TableLimits } from '../table-limits'
import type { TableLine } from '../table-line'
import { readCellFormats } from './cell-formats'
import { readSheet } from './read-sheet'
import { readSharedStrings } from './shared-strings'
import { readLayout } from './workbook-layout'
import { openZip } from './zip-parts'

/** The lines of an Excel workbook's first visible sheet. Formulas are never computed and links never followed. */
export async function* readWorkbook(
  file: ScratchFile,
  limits: TableLimits,
): AsyncGenerator<TableLine, void, undefined> {
  const zip = await openZip(file, limits.expandedBytes)
  const { sheet, styles, strings: texts, since1904 } = await readLayout(zip)
  const formats = styles && zip.has(styles) ? await readCellFormats(zip.read(styles)) : []
  const strings = texts && zip.has(texts) ? await readSharedStrings(zip.read(texts), limits.cellCharacters) : undefined
  try {
    yield* readSheet(zip.read(sheet), { strings, formats, since1904 }, limits)
  } finally {
    strings?.close()
  }
}
