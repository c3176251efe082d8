import { useActionData, useLoaderData } from '@remix-run/react'
import { readDossier, verifyDossier } from '@sotay/domain/dossiers'
import { verifyDossierInput } from '@sotay/domain/dossiers/inputs'
import type { FormReply } from '@sotay/ui'
import { ButtonLink, ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { FileSections } from './file-sections'
import { mayChange } from './may-change'
import { OfficerNotices } from './officer-notices'
import { PersonFacts } from './person-facts'
import { Portrait } from './portrait'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const reveal = url.searchParams.get('xem') === '1'
  const file = await readDossier(ctx, { memberId: params.memberId ?? '', reveal })
  return { file, title: pageTitle(ctx, 'dossiers:officer.title', { name: file.person.fullName }) }
})

export const action = tenantAction(
  verifyDossierInput.pick({ revision: true }),
  async (ctx, { revision }, { params }) => {
    const memberId = params.memberId ?? ''
    await verifyDossier(ctx, { memberId, revision })
    return redirectWithFlash(`/dang-vien/${memberId}/ho-so`, 'dossiers:flash.verified')
  },
)

export const meta = titleMeta

/** A member's file as an officer reads it, with what the officer may do. */
export default function OfficerFilePage() {
  const { file } = useLoaderData<typeof loader>()
  const { person, sections, may } = file
  const reply = useActionData<FormReply>()
  const t = useText()
  const at = (path: string) => `/dang-vien/${person.id}/ho-so${path}`
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('officer.title', { name: person.fullName })}
        breadcrumbs={[{ href: `/dang-vien/${person.id}`, label: t('officer.member') }]}
      />
      <div className="stack">
        <OfficerNotices file={file} />
        <p className="actions">
          <ButtonLink href={at('/phieu.pdf')}>{t('own.pdf')}</ButtonLink>
          <ButtonLink href={at('/phieu.docx')}>{t('own.word')}</ButtonLink>
          <ButtonLink href={at('/lich-su')}>{t('own.history')}</ButtonLink>
        </p>
        <Portrait
          memberId={person.id}
          name={person.fullName}
          photoKey={person.photoKey}
          changeHref={may.keep ? at('/anh') : undefined}
        />
        <PersonFacts person={person} />
        <FileSections
          sections={sections}
          editHref={({ key, fields }) =>
            fields.some((field) => mayChange(may, field)) ? at(`/sua?muc=${key}`) : undefined
          }
        />
      </div>
    </>
  )
}
