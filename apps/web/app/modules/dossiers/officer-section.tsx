import { useActionData, useLoaderData } from '@remix-run/react'
import { reviseDossier } from '@sotay/domain/dossiers'
import { typedFieldsInput } from '@sotay/domain/dossiers/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { titleMeta } from '../../shell/title-meta'
import { readSectionToRevise } from './officer-section.server'
import { sectionOf } from './section-address.server'
import { SectionForm } from './section-form'
import { useText } from './texts'

export const loader = tenantLoader(readSectionToRevise)

export const action = tenantAction(
  typedFieldsInput.extend({ act: z.enum(['save', 'more']) }),
  async (ctx, { act, ...typed }, { params, url }) => {
    const memberId = params.memberId ?? ''
    const { changed } = await reviseDossier(ctx, { memberId, ...typed })
    const file = `/dang-vien/${memberId}/ho-so`
    const to = act === 'more' ? `${file}/sua?muc=${sectionOf(url)}` : file
    return redirectWithFlash(to, `dossiers:flash.${changed > 0 ? 'revised' : 'unchanged'}`)
  },
)

export const meta = titleMeta

/** One section of a member's file, with the fields that the cell keeps. */
export default function OfficerSectionPage() {
  const { memberId, name, section, fields } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('edit.title', { section })}
        lead={t('edit.officerLead')}
        breadcrumbs={[
          { href: `/dang-vien/${memberId}`, label: t('officer.member') },
          { href: `/dang-vien/${memberId}/ho-so`, label: t('officer.title', { name }) },
        ]}
      />
      <SectionForm fields={fields} reply={reply} />
    </>
  )
}
