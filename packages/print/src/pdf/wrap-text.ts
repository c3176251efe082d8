/** Width of a text in points, in the face and size at hand. */
export type Measure = (text: string) => number

// More letters than any line holds: a longer word is never measured whole.
const LONGEST_LINE = 400

/** How many letters from `start` fit, at least one; found by halving. */
const fitting = (letters: string[], start: number, width: number, measure: Measure): number => {
  let fits = 1
  let tooMany = Math.min(letters.length - start, LONGEST_LINE) + 1
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    if (measure(letters.slice(start, start + middle).join('')) <= width) fits = middle
    else tooMany = middle
  }
  return fits
}

const breakWord = (word: string, width: number, measure: Measure): string[] => {
  if (word.length <= LONGEST_LINE && measure(word) <= width) return [word]
  const letters = [...word]
  const parts: string[] = []
  let start = 0
  while (start < letters.length) {
    const count = fitting(letters, start, width, measure)
    parts.push(letters.slice(start, start + count).join(''))
    start += count
  }
  return parts
}

/** Lines no wider than `width` points; a word wider than a line is broken inside. */
export const wrapText = (lines: string[], width: number, measure: Measure): string[] =>
  lines.flatMap((line) => {
    const wrapped: string[] = []
    let current = ''
    for (const word of line.split(/[ \u00a0]+/).filter(Boolean)) {
      const longer = current ? `${current} ${word}` : word
      if (longer.length <= LONGEST_LINE && measure(longer) <= width) {
        current = longer
        continue
      }
      if (current) wrapped.push(current)
      const parts = breakWord(word, width, measure)
      wrapped.push(...parts.slice(0, -1))
      current = parts.at(-1) ?? ''
    }
    return [...wrapped, current]
  })
