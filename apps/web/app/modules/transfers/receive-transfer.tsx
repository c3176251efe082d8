import { useActionData, useLoaderData } from '@remix-run/react'
import { listReceivingCells, receiveTransfer } from '@sotay/domain/transfers'
import { receiveTransferInput } from '@sotay/domain/transfers/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, FileInput, PageHeader, posted } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { QUEUE, searchOf, transferAddress } from './addresses'
import { CellChoice, CellSearch } from './cell-choice'
import { signedFile } from './signed-file'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const search = searchOf(url)
  const cells = await listReceivingCells(ctx, { search })
  return { cells, search, title: pageTitle(ctx, 'transfers:receive.title') }
})

export const action = tenantAction(
  receiveTransferInput.extend({ file: signedFile }),
  async (ctx, { file, toUnitId }) => {
    const { id } = await receiveTransfer(ctx, { file: await file.text(), toUnitId })
    return redirectWithFlash(transferAddress(id), 'transfers:flash.received')
  },
)

export const meta = titleMeta

/** Takes in the signed file of another province. */
export default function ReceiveTransferPage() {
  const { cells, search } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const { defaultValue: _, ...file } = posted(reply, 'file')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('receive.title')}
        lead={t('receive.lead')}
        breadcrumbs={[{ href: QUEUE, label: t('queue.title') }]}
      />
      <CellSearch search={search} label={t('receive.find')} />
      <form method="post" encType="multipart/form-data" noValidate>
        <CellChoice cells={cells} search={search} {...posted(reply, 'toUnitId')} />
        <FileInput {...file} label={t('receive.file')} hint={t('receive.fileHint')} accept=".json,application/json" />
        <Button>{t('receive.send')}</Button>
      </form>
    </>
  )
}
