import { useActionData, useLoaderData } from '@remix-run/react'
import { readOwnDossier, requestFileChange } from '@sotay/domain/dossiers'
import { typedFieldsInput } from '@sotay/domain/dossiers/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { texts } from '../../shell/texts.server'
import { titleMeta } from '../../shell/title-meta'
import { sectionOf } from './section-address.server'
import { SectionForm } from './section-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const key = sectionOf(url)
  const { sections } = await readOwnDossier(ctx)
  const fields = sections.find((section) => section.key === key)?.fields ?? []
  const section = texts.t(`dossiers:sections.${key}`)
  return { fields, section, title: pageTitle(ctx, 'dossiers:edit.title', { section }) }
})

export const action = tenantAction(
  typedFieldsInput.extend({ act: z.enum(['save', 'more']) }),
  async (ctx, { act, ...typed }, { url }) => {
    const section = sectionOf(url)
    const { wished } = await requestFileChange(ctx, typed)
    const to = act === 'more' ? `/toi/ho-so/sua?muc=${section}` : '/toi/ho-so'
    return redirectWithFlash(to, `dossiers:flash.${wished > 0 ? 'saved' : 'unchanged'}`)
  },
)

export const meta = titleMeta

/** One section of the member's own file, to change. */
export default function OwnSectionPage() {
  const { fields, section } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('edit.title', { section })}
        lead={t('edit.lead')}
        breadcrumbs={[{ href: '/toi/ho-so', label: t('own.title') }]}
      />
      <SectionForm fields={fields} reply={reply} />
    </>
  )
}
