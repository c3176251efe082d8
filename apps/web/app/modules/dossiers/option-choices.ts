/** What was written before the list was, stays choosable. */
export const withOwn = (options: { value: string; label: string }[], value: string | undefined) =>
  value && !options.some((option) => option.value === value) ? [...options, { value, label: value }] : options
