import { useActionData, useLoaderData } from '@remix-run/react'
import { readOwnDossier, requestFileChange, withdrawFileRequest } from '@sotay/domain/dossiers'
import type { FormReply } from '@sotay/ui'
import { ButtonLink, ErrorSummary, errorLinks, Notice, PageHeader } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { FileSections } from './file-sections'
import { OwnRequestCard } from './own-request'
import { PersonFacts } from './person-facts'
import { Portrait } from './portrait'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => ({
  file: await readOwnDossier(ctx),
  title: pageTitle(ctx, 'dossiers:own.title'),
}))

export const action = tenantAction(z.object({ act: z.enum(['send', 'withdraw']) }), async (ctx, { act }) => {
  if (act === 'send') await requestFileChange(ctx, { send: true })
  else await withdrawFileRequest(ctx)
  return redirectWithFlash('/toi/ho-so', `dossiers:flash.${act === 'send' ? 'sent' : 'withdrawn'}`)
})

export const meta = titleMeta

/** The member's own file: what stands, what is asked for, and the way to each section's form. */
export default function OwnFilePage() {
  const { file } = useLoaderData<typeof loader>()
  const { person, sections, request, verifiedAt } = file
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('own.title')} lead={t('own.lead')} />
      <div className="stack">
        {verifiedAt ? (
          <Notice tone="success" title={t('own.verified')} />
        ) : (
          <Notice title={t('own.notVerified')}>{t('own.notVerifiedMore')}</Notice>
        )}
        {request ? <OwnRequestCard request={request} /> : null}
        <p className="actions">
          <ButtonLink href="/toi/ho-so/phieu.pdf">{t('own.pdf')}</ButtonLink>
          <ButtonLink href="/toi/ho-so/phieu.docx">{t('own.word')}</ButtonLink>
          <ButtonLink href="/toi/ho-so/lich-su">{t('own.history')}</ButtonLink>
        </p>
        <Portrait memberId={person.id} name={person.fullName} photoKey={person.photoKey} changeHref="/toi/ho-so/anh" />
        <PersonFacts person={person} hint={t('own.personHint')} />
        <FileSections sections={sections} editHref={({ key }) => `/toi/ho-so/sua?muc=${key}`} />
      </div>
    </>
  )
}
