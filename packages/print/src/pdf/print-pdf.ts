import { buffer } from 'node:stream/consumers'
import { printable } from '../clean-text'
import { isLandscape, type OfficialDocument } from '../official-document'
import { openFlow } from './flow'
import { loadFonts } from './fonts'
import { openSheet } from './sheet'
import { writeBlock } from './write-block'
import { writeHead } from './write-head'
import { writeSignatures } from './write-signatures'

/** The document as an A4 PDF with selectable text; on its side when a table is wide. */
export const printPdf = async (document: OfficialDocument): Promise<Buffer> => {
  const sheet = openSheet(await loadFonts(), isLandscape(document), printable(document.title))
  const file = buffer(sheet.pdf)
  const flow = openFlow(sheet)
  writeHead(flow, document)
  for (const block of document.blocks) await writeBlock(flow, block)
  writeSignatures(flow, document.signatures ?? [])
  sheet.pdf.end()
  return file
}
