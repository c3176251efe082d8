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
  title: pageTitle(ctx, 'imports:upload.title'),
}))

export const action = uploadAction('import', '/dang-vien/nhap')

export const meta = titleMeta

/** Begins an import. */
export default function NewImportPage() {
  const { units, search } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('upload.title')}
        lead={t('upload.lead')}
        breadcrumbs={[{ href: '/dang-vien/nhap', label: t('list.title') }]}
      />
      <UploadForm units={units} search={search} reply={reply} />
    </>
  )
}
