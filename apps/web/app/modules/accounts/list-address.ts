/** The address of a list with its filters; what is empty is left out. */
export function listAddress(path: string, filters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, String(value))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** One filter of an address, trimmed; absent when it is empty. */
export const filterOf = (url: URL, name: string): string | undefined => url.searchParams.get(name)?.trim() || undefined
