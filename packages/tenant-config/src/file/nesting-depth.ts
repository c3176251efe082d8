import { type CST, Parser } from 'yaml'

/**
 * How deep collections lie in one another, counted without recursion: composing a document recurses, and Node dies
 * (not throws) when a regular expression is compiled at the end of its stack.
 */
export function nestingDepth(text: string): number {
  let deepest = 0
  for (const document of new Parser().parse(text)) {
    const waiting: { token: CST.Token | null | undefined; depth: number }[] = [{ token: document, depth: 0 }]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { token, depth } = next
      deepest = Math.max(deepest, depth)
      if (token?.type === 'document') waiting.push({ token: token.value, depth })
      if (!token || !('items' in token)) continue
      for (const item of token.items) {
        waiting.push({ token: item.key, depth: depth + 1 }, { token: item.value, depth: depth + 1 })
      }
    }
  }
  return deepest
}
