import { pipeline, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { stringify } from 'csv-stringify'
import type { SheetLayout, SheetRows } from './sheet-layout'

/** Separated text that Excel opens in the right encoding; a cell that would be a formula gets an apostrophe before it. */
export function writeCsv<Row>(layout: Pick<SheetLayout<Row>, 'columns'>, rows: SheetRows<Row>): Promise<Buffer> {
  const lines = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' })
  async function* records() {
    yield layout.columns.map(({ header }) => header)
    for await (const row of rows) {
      yield layout.columns.map((column) => {
        const value = column.value(row)
        return value instanceof Date ? value.toISOString().slice(0, 10) : value
      })
    }
  }
  pipeline(Readable.from(records()), lines, () => undefined)
  return buffer(lines)
}
