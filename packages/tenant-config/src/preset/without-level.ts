/** A configuration as written, without one of its levels: what named it names `instead`, once. */
export function withoutLevel(written: unknown, level: string, instead: string): unknown {
  if (typeof written === 'string') {
    if (written === level) return instead
    return written.replace(new RegExp(`^(each (?:[a-z]+ under )?)${level}$`), `$1${instead}`)
  }
  if (Array.isArray(written))
    return withoutDoubles(
      written
        .filter((entry) => !isLevel(entry, level, written, instead))
        .map((entry) => withoutLevel(entry, level, instead)),
    )
  if (written && typeof written === 'object') {
    return Object.fromEntries(
      Object.entries(written).map(([name, entry]) => [name, withoutLevel(entry, level, instead)]),
    )
  }
  return written
}

const withoutDoubles = (list: unknown[]): unknown[] => list.filter((entry, at) => list.indexOf(entry) === at)

/** The level itself in the list of levels, or what stands at it where something stands at `instead` already. */
function isLevel(entry: unknown, level: string, list: readonly unknown[], instead: string): boolean {
  if (!entry || typeof entry !== 'object') return false
  const { key, level: at } = entry as { key?: unknown; level?: unknown }
  return key === level || (at === level && list.some((other) => (other as { level?: unknown })?.level === instead))
}
