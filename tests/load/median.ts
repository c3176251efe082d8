/** The middle of a list, or the mean of the two in the middle. @throws for an empty list */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const upper = sorted[sorted.length >> 1]
  const lower = sorted[(sorted.length - 1) >> 1]
  if (upper === undefined || lower === undefined) throw new Error('median of nothing')
  return (lower + upper) / 2
}

/** Rounded to so many significant digits, as figures are shown and written. */
export const significant = (value: number, digits = 3): number => Number(value.toPrecision(digits))
