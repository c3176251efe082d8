import { useActionData, useLoaderData } from '@remix-run/react'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'
import { uploadAction, uploadChoices } from './upload.server'
import { UploadForm } from './upload-form'

export const loader = tenantLoader(async (ctx, visit) => ({
  ...(await uploadChoices(ctx, visit)),
  title: pageTitle(ctx, 'imports:upload.titleReconciliation'),
}))

export const action = uploadAction('reconciliation', '/dang-vien/doi-chieu')

export const meta = titleMeta

/** Begins a reconciliation. */
export default function NewReconciliationPage() {
  const { units, search } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('upload.titleReconciliation')}
        lead={t('upload.lead')}
        breadcrumbs={[{ href: '/dang-vien/doi-chieu', label: t('reconciliations.title') }]}
      />
      <UploadForm units={units} search={search} reply={reply} />
    </>
  )
}
