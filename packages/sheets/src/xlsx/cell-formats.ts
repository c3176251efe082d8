import { isDateFormat } from 'hucre'
import { readXml } from './read-xml'

/** How a number in a cell is meant. */
export type CellFormat = 'plain' | 'day' | { zeros: number }

/** Cell formats by the number cells give them (ECMA-376 18.8.10). */
export async function readCellFormats(part: AsyncIterable<Uint8Array>): Promise<CellFormat[]> {
  const codes = new Map<string, string>()
  const formats: CellFormat[] = []
  let inCells = false
  const events = {
    open(name: string, attributes: Record<string, string>) {
      if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells && formats.length < MOST) formats.push(formatOf(attributes.numFmtId ?? '0'))
    },
    close(name: string) {
      if (name === 'cellXfs') inCells = false
    },
  }
  const formatOf = (id: string): CellFormat => {
    const code = codes.get(id)
    if (code && /^0{2,40}$/.test(code)) return { zeros: code.length }
    return isDateFormat((code ?? id).slice(0, 255)) ? 'day' : 'plain'
  }
  for await (const _ of readXml(part, events));
  return formats
}

/** Excel keeps at most 65,490 formats in a workbook. */
const MOST = 65_490
