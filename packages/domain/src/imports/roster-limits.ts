import type { TableLimits } from '@sotay/sheets'
import { ROSTER_BYTES } from './inputs'

/** A province has up to some 300,000 members; a roster file tells some dozens of things of each. */
export const rosterLimits: TableLimits = {
  bytes: ROSTER_BYTES,
  rows: 300_000,
  columns: 200,
  cellCharacters: 2_000,
  expandedBytes: 1024 * 1024 * 1024,
}
