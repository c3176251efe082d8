const browsers = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Cốc Cốc', /coc_coc_browser\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Opera', /OPR\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
] as const

const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
] as const

/** What a person would call the device, from its User-Agent: “Chrome · Android”. Empty when nothing is known. */
export function deviceName(request: Request): string {
  const agent = request.headers.get('user-agent')?.slice(0, 500) ?? ''
  const known = (table: readonly (readonly [string, RegExp])[]) => table.find(([, pattern]) => pattern.test(agent))?.[0]
  return [known(browsers), known(systems)].filter(Boolean).join(' · ')
}
