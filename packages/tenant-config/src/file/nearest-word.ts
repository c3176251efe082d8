/** The candidate at most two edits (a third of its length) away from what was written, if there is one. */
export function nearestWord(written: string, candidates: readonly string[]): string | undefined {
  let best: { word: string; distance: number } | undefined
  const word = written.slice(0, 64).toLowerCase()
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate.toLowerCase())
    const near = distance <= Math.max(2, Math.floor(candidate.length / 3)) && distance < candidate.length
    if (near && (!best || distance < best.distance)) best = { word: candidate, distance }
  }
  return best?.word
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
