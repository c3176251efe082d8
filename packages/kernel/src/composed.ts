/**
 * A text of composed letters (NFC), in time that grows with the text alone. Composing puts a letter's marks in order by
 * comparing each with each, so twenty thousand on one letter hold a process for a second; no letter has more than eight.
 */
export const composed = (text: string): string => text.replace(/(\p{M}{8})\p{M}+/gu, '$1').normalize('NFC')
