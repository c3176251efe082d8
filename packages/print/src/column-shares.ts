// Enough rows to know a column by; a table of a whole province is not read twice for its widths.
const SAMPLE = 200
const NARROWEST = 4
const WIDEST = 40

const widest = (texts: string[]) => Math.max(...texts.map((text) => text.length))

/** @returns for each column its share of the table's width; they sum to 1 */
export const columnShares = (columns: string[], rows: string[][]): number[] => {
  const weights = columns.map((header, column) => {
    const longestWord = widest(header.split(/\s+/))
    const cells = rows.slice(0, SAMPLE).map((row) => row[column] ?? '')
    const mean = cells.reduce((sum, cell) => sum + Math.min(cell.length, WIDEST * 2), 0) / (cells.length || 1)
    return Math.min(WIDEST, Math.max(NARROWEST, longestWord, mean * 1.2))
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
