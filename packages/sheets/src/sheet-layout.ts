export type CellValue = string | number | Date | null

export interface SheetColumn<Row> {
  header: string
  /** Characters; by the header's length when absent. */
  width?: number
  value(row: Row): CellValue
}

export interface SheetLayout<Row> {
  /** Name on the sheet's tab. */
  sheet: string
  /** A line above the header. */
  title?: string
  columns: readonly SheetColumn<Row>[]
}

export type SheetRows<Row> = Iterable<Row> | AsyncIterable<Row>
