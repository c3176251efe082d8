export type { Block, OfficialDocument, Signature } from './official-document'
export { printPdf } from './pdf/print-pdf'
export { printWord } from './word/print-word'
