const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day as an address carries it; what is none counts as not given. */
export function readDay(url: URL, name = 'ngay'): string | undefined {
  const text = url.searchParams.get(name) ?? ''
  if (!DAY.test(text)) return undefined
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id as an address carries it; what is none counts as not given. */
export function readId(url: URL, name: string): string | undefined {
  const text = url.searchParams.get(name) ?? ''
  return ID.test(text) ? text : undefined
}

/** An address with those of its parameters that say something. */
export function address(path: string, parameters: Record<string, string | undefined | null>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.append(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}

export const unitAddress = (unitId: string, day?: string): string => address(`/to-chuc/${unitId}`, { ngay: day })

/** Open branches as an address carries them: the latest ones, when there are too many. */
const MOST_OPEN = 40
export const readOpen = (url: URL): string[] =>
  [...new Set((url.searchParams.get('mo') ?? '').split(','))].filter((id) => ID.test(id)).slice(-MOST_OPEN)

export const treeAddress = ({ day, open = [] }: { day?: string; open?: readonly string[] }): string =>
  address('/to-chuc', { ngay: day, mo: open.join(',') })
