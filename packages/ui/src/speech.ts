const longestPiece = 220

/** Sentences joined up to a length that browsers read without falling silent. */
export function speechPieces(text: string): string[] {
  const pieces: string[] = []
  for (const sentence of text.split(/(?<=[.!?…;:])\s+|\n+/)) {
    const words = sentence.trim()
    if (!words) continue
    const last = pieces.at(-1)
    if (last && last.length + words.length < longestPiece) pieces[pieces.length - 1] = `${last} ${words}`
    else pieces.push(...(words.match(/.{1,220}(?:\s|$)/gs) ?? [words]).map((piece) => piece.trim()))
  }
  return pieces
}

/** The device's Vietnamese voice; browsers may name their voices only some moments after being asked. */
export async function vietnameseVoice(): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in window)) return undefined
  const find = () => speechSynthesis.getVoices().find(({ lang }) => /^vi\b/i.test(lang.replace('_', '-')))
  if (speechSynthesis.getVoices().length > 0) return find()
  await new Promise((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', resolve, { once: true })
    setTimeout(resolve, 800)
  })
  return find()
}

/** Reads aloud until the end or until the returned function is called. */
export function speak(text: string, voice: SpeechSynthesisVoice, onEnd: () => void): () => void {
  speechSynthesis.cancel()
  const pieces = speechPieces(text)
  let stopped = pieces.length === 0
  const end = () => {
    if (!stopped) onEnd()
    stopped = true
  }
  pieces.forEach((piece, index) => {
    const utterance = new SpeechSynthesisUtterance(piece)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.onerror = end
    if (index === pieces.length - 1) utterance.onend = end
    speechSynthesis.speak(utterance)
  })
  if (pieces.length === 0) onEnd()
  return () => {
    stopped = true
    speechSynthesis.cancel()
  }
}
