/** Lays out rows in columns; the first row is the heading. */
export function table(rows: readonly (readonly (string | number | null | undefined)[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '–')))
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))))
  return cells.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  )
}

const width = (text: string): number => [...text.normalize('NFC')].length
