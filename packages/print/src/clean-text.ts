// Control characters, non-characters and marks that turn the writing direction: a Word file that holds the first
// does not open, and the last can make a printed line read otherwise than it is.
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Bidi_Control}\ufeff\ufffe\uffff]/gu
const HALF_PAIR = /\p{Cs}/gu

/** The text's lines, composed (NFC) so that each Vietnamese letter is one, and free of what cannot be printed. */
export const printableLines = (text: string): string[] =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(HALF_PAIR, '\ufffd')
    .replace(UNPRINTABLE, '')
    .normalize('NFC')
    .split('\n')

/** The same on one line. */
export const printable = (text: string): string => printableLines(text).join(' ').trim()
