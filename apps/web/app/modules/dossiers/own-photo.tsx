import { useActionData } from '@remix-run/react'
import { readOwnDossier, savePhoto } from '@sotay/domain/dossiers'
import { savePhotoInput } from '@sotay/domain/dossiers/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { PhotoForm } from './photo-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  await readOwnDossier(ctx)
  return { title: pageTitle(ctx, 'dossiers:photo.title') }
})

export const action = tenantAction(savePhotoInput.pick({ file: true }), async (ctx, { file }) => {
  await savePhoto(ctx, { file })
  return redirectWithFlash('/toi/ho-so', 'dossiers:flash.photo-saved')
})

export const meta = titleMeta

/** The member's own portrait. */
export default function OwnPhotoPage() {
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('photo.title')}
        lead={t('photo.lead')}
        breadcrumbs={[{ href: '/toi/ho-so', label: t('own.title') }]}
      />
      <PhotoForm reply={reply} />
    </>
  )
}
