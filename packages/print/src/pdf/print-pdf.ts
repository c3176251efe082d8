import { buffer } from 'node:stream/consumers'
import { printable } from '../clean-text'
import { isLandscape, type OfficialDocument } from '../official-document'
import { openFlow } from './flow'
import { loadFonts } from './fonts'
import { firstPage, openSheet } from './sheet'
import { writeBlock } from './write-block'
import { writeHead } from './write-head'
import { writeSignatures } from './write-signatures'

/**
 * The document as an A4 PDF with selectable text; on its side when a table is wide. Of several, such as letters, each
 * begins on a page of its own, all on their side if one needs it.
 */
export const printPdf = async (given: OfficialDocument | readonly OfficialDocument[]): Promise<Buffer> => {
  const documents = 'title' in given ? [given] : given
  const landscape = documents.some(isLandscape)
  const sheet = openSheet(await loadFonts(), landscape, printable(documents[0]?.title ?? ''))
  const file = buffer(sheet.pdf)
  for (const [index, document] of documents.entries()) {
    if (index > 0) firstPage(sheet)
    const flow = openFlow(sheet)
    writeHead(flow, document)
    for (const block of document.blocks) await writeBlock(flow, block)
    writeSignatures(flow, document.signatures ?? [])
  }
  sheet.pdf.end()
  return file
}
