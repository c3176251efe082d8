import { readProtocol, writeProtocolSheet } from '@sotay/domain/imports'
import { printPdf, printWord } from '@sotay/print'
import { z } from 'zod'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'
import { texts } from '../../shell/texts.server'
import { protocolWords } from './protocol-words.server'

const form = z.enum(['pdf', 'docx', 'xlsx'])

/** The protocol of a reconciliation, to print or to work on. */
export const loader = tenantLoader(async (ctx, { params, url }) => {
  const batchId = params.batchId ?? ''
  const wanted = form.parse(url.searchParams.get('dang') ?? 'pdf')
  const words = protocolWords(ctx)
  const name = `${texts.t('imports:protocol.fileName')}.${wanted}`
  if (wanted === 'xlsx') return fileAnswer(await writeProtocolSheet(ctx, { batchId }, words), name)
  const document = await readProtocol(ctx, { batchId }, words)
  return fileAnswer(await (wanted === 'pdf' ? printPdf(document) : printWord(document)), name)
})
