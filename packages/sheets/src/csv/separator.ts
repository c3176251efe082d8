const SEPARATORS = [',', ';', '\t'] as const

/** Which separator a text's first line uses, and from which line its table begins: Excel may name it in a line of its own. */
export function separatorOf(start: string): { separator: string; from_line: number } {
  const named = /^sep=([,;\t])\r?\n/.exec(start)
  if (named) return { separator: named[1]!, from_line: 2 }
  const head = start.split(/\r?\n/, 20).find((line) => line.trim() !== '') ?? ''
  const outside = head.replace(/"(?:[^"]|"")*"/g, '')
  const counts = SEPARATORS.map((separator) => ({ separator, count: outside.split(separator).length }))
  const [best] = counts.sort((a, b) => b.count - a.count)
  return { separator: best!.separator, from_line: 1 }
}
