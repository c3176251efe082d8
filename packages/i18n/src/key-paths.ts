/** The dotted keys of a locale file, plural endings folded, sorted; two languages must give the same list. */
export function keyPaths(texts: object, prefix = ''): string[] {
  const paths = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keyPaths(value, `${prefix}${key}.`)
      : [`${prefix}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`],
  )
  return [...new Set(paths)].sort()
}
