const BROWSERS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'Linux'] as const

/** A browser as its owner will recognise it: “Chrome, Windows”. */
export function deviceName(agent: string | null): string {
  const text = agent ?? ''
  const named = [BROWSERS, SYSTEMS].map((names) => names.find((name) => text.includes(name)))
  return named.filter(Boolean).join(', ') || text.slice(0, 60)
}
