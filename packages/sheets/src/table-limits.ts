/** How much of a file is read before it is refused. */
export interface TableLimits {
  /** Bytes of the file as it was sent. */
  bytes: number
  rows: number
  columns: number
  /** UTF-16 units of one cell. */
  cellCharacters: number
  /** Bytes that a workbook's parts may unpack to, together. */
  expandedBytes: number
}

/** Room for the roster of a large province with a margin. */
export const tableLimits: TableLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 500_000,
  columns: 200,
  cellCharacters: 2_000,
  expandedBytes: 1024 * 1024 * 1024,
}
