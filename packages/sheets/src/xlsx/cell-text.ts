import { serialToDate } from 'hucre'
import { composed } from '../composed'
import type { CellFormat } from './cell-formats'
import type { SharedStrings } from './shared-strings'

export interface RawCell {
  /** The attribute `t` (ECMA-376 18.18.11). */
  type: string
  format: CellFormat
  /** Of `v`: a number, the index of a shared text, or what a formula came to when it was saved. */
  value: string
  inline: string
}

/** A cell as a reader of the sheet sees it; nothing when it refers to a text that is not there. */
export function cellText(cell: RawCell, strings: SharedStrings | undefined, since1904: boolean): string | undefined {
  switch (cell.type) {
    case 's':
      return clean(strings?.get(Number(cell.value)))
    case 'inlineStr':
      return clean(cell.inline)
    case 'str':
      return clean(cell.value)
    case 'b':
      return cell.value === '1' ? 'TRUE' : cell.value === '' ? '' : 'FALSE'
    case 'e':
      return cell.value
    case 'd':
      return cell.value.replace(/T00:00:00(\.0+)?Z?$/, '')
    default:
      return numberText(cell, since1904)
  }
}

/** The last day of the calendar that workbooks know: 31/12/9999. */
const LAST_SERIAL = 2_958_465

function numberText({ value, format }: RawCell, since1904: boolean): string {
  const text = value.trim()
  if (text === '') return ''
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  if (format === 'day' && number >= 1 && number <= LAST_SERIAL) {
    const at = serialToDate(number, since1904).toISOString()
    return at.endsWith('T00:00:00.000Z') ? at.slice(0, 10) : at.slice(0, 19).replace('T', ' ')
  }
  // Fifteen digits are what a workbook keeps of a number; longer whole ones stay as written.
  const shown = /^-?\d+$/.test(text) ? text : plain(number)
  return typeof format === 'object' ? shown.padStart(format.zeros, '0') : shown
}

const plain = (number: number): string =>
  Number.isInteger(number) && Math.abs(number) < 1e21
    ? BigInt(number).toString()
    : String(Number(number.toPrecision(15)))

const clean = (text: string | undefined) =>
  text &&
  composed(text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
