import { composed } from '../composed'

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const MARKS = /[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]/g
const SYLLABLE = /^(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?$/

/**
 * How much of a text reads as Vietnamese, 0 to 1, by its words with marks: tells a legacy encoding from another,
 * since bytes read in the wrong one give syllables that cannot be.
 */
export function vietnameseShare(text: string): number {
  const words = composed(text).split(/[\s!-@[-`{-~]+/)
  const marked = words.filter((word) => /[\u0080-\uffff]/.test(word))
  if (marked.length === 0) return 0
  return marked.filter(isSyllable).length / marked.length
}

function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD')
  if ((parts.match(TONES)?.length ?? 0) > 1) return false
  const bare = parts.replace(MARKS, '').replace(/[đĐ]/g, 'd')
  return SYLLABLE.test(bare.toLowerCase()) && /^(.[^A-Z]*|[A-Z]+)$/.test(bare)
}
