import { pipeline, Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { composed } from '../composed'
import type { ScratchFile } from '../scratch-file'
import { SheetRefused } from '../sheet-refused'
import type { TableLimits } from '../table-limits'
import type { TableLine } from '../table-line'
import { decodeText } from './decode-text'
import { detectEncoding } from './detect-encoding'
import { separatorOf } from './separator'

/** What `writeCsv` puts before a text that would be a formula. */
const ESCAPED = /^'(?=[=+\-@\t\r])/

/** The lines of separated text. @throws SheetRefused at the line that is at fault */
export async function* readSeparatedText(
  file: ScratchFile,
  limits: TableLimits,
): AsyncGenerator<TableLine, void, undefined> {
  const encoding = detectEncoding(file)
  const [start = ''] = decodeText(file, encoding)
  const { separator, from_line } = separatorOf(start)
  const parser = parse({
    delimiter: separator,
    from_line,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.cellCharacters * Math.min(limits.columns, 100),
  })
  pipeline(Readable.from(decodeText(file, encoding)), parser, () => undefined)
  let rows = 0
  try {
    for await (const found of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = found.info.lines
      if (++rows > limits.rows) throw new SheetRefused('too-many-rows', line)
      const cells = found.record.map((cell) => composed(cell.replace(ESCAPED, '')))
      while (cells.length > 0 && cells.at(-1) === '') cells.pop()
      if (cells.length > limits.columns) throw new SheetRefused('too-many-columns', line)
      if (cells.some((cell) => cell.length > limits.cellCharacters)) throw new SheetRefused('cell-too-long', line)
      if (cells.length > 0) yield { line, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'cell-too-long' : 'damaged'
    throw new SheetRefused(code, Number(error.lines) || undefined, { cause: error })
  }
}
