/** A line of a table that holds something. */
export interface TableLine {
  /** Number of the line in the file, from 1. */
  line: number
  /** Texts as the file shows them: formulas by their last value, days as `yyyy-mm-dd`, all in NFC. */
  cells: string[]
}
