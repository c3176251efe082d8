import { useActionData, useLoaderData } from '@remix-run/react'
import { readDossier, savePhoto } from '@sotay/domain/dossiers'
import { savePhotoInput } from '@sotay/domain/dossiers/inputs'
import { NotFound } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { PhotoForm } from './photo-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const { person, may } = await readDossier(ctx, { memberId: params.memberId ?? '' })
  if (!may.keep) throw new NotFound()
  const { id, fullName: name } = person
  return { id, name, title: pageTitle(ctx, 'dossiers:photo.titleOf', { name }) }
})

export const action = tenantAction(savePhotoInput.pick({ file: true }), async (ctx, { file }, { params }) => {
  const memberId = params.memberId ?? ''
  await savePhoto(ctx, { memberId, file })
  return redirectWithFlash(`/dang-vien/${memberId}/ho-so`, 'dossiers:flash.photo-saved')
})

export const meta = titleMeta

/** A member's portrait, put in by the cell. */
export default function OfficerPhotoPage() {
  const { id, name } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('photo.titleOf', { name })}
        lead={t('photo.lead')}
        breadcrumbs={[
          { href: `/dang-vien/${id}`, label: t('officer.member') },
          { href: `/dang-vien/${id}/ho-so`, label: t('officer.title', { name }) },
        ]}
      />
      <PhotoForm reply={reply} />
    </>
  )
}
