import type { BatchTotals, RowError, RowOutcome } from './schema'

export const noTotals = (): BatchTotals => ({ outcomes: {}, fields: {}, errors: {} })

interface Counted {
  outcome: RowOutcome
  errors: Record<string, RowError> | null
  before: Record<string, string | null> | null
}

/** Totals with more rows in them. */
export function addTotals(totals: BatchTotals, rows: readonly Counted[]): BatchTotals {
  const sum: BatchTotals = {
    ...totals,
    outcomes: { ...totals.outcomes },
    fields: { ...totals.fields },
    errors: { ...totals.errors },
  }
  const raise = (counts: Record<string, number | undefined>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1
  }
  for (const { outcome, errors, before } of rows) {
    raise(sum.outcomes, outcome)
    for (const field of Object.keys(before ?? {})) raise(sum.fields, field)
    for (const { code } of Object.values(errors ?? {})) raise(sum.errors, code)
  }
  return sum
}
