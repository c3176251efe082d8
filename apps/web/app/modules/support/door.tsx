import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { enterVisit } from '@sotay/domain/support'
import { enterVisitInput } from '@sotay/domain/support/inputs'
import { authorize } from '@sotay/kernel'
import { Button, ErrorSummary, errorLinks, type FormReply, PageHeader, TextInput } from '@sotay/ui'
import { useEffect, useState } from 'react'
import { visitCookie } from '../../server/support-visit'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  authorize(ctx, 'support.enter')
  return { title: pageTitle(ctx, 'support:door.title') }
})

export const action = tenantAction(enterVisitInput, async (ctx, input, { setCookie, note }) => {
  const { visitId, operatorId, ticket, token, endsAt } = await enterVisit(ctx, input)
  setCookie(visitCookie(token, Math.floor((endsAt.getTime() - ctx.clock.now().getTime()) / 1000)))
  await note('visit.entered', { operatorId, visitId, ticket })
  return redirect('/', 303)
})

export const meta = titleMeta

/** Where the vendor's operator enters. The code comes behind the address's #, which no server and no log sees. */
export default function DoorPage() {
  const reply = useActionData<FormReply>()
  const [code, setCode] = useState('')
  useEffect(() => {
    if (window.location.hash.length < 2) return
    setCode(window.location.hash.slice(1))
    window.history.replaceState(null, '', window.location.pathname)
  }, [])
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('door.title')} lead={t('door.lead')} />
      <form method="post">
        <TextInput
          name="code"
          label={t('door.code')}
          error={reply?.errors.code}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          required
        />
        <Button>{t('door.do')}</Button>
      </form>
    </>
  )
}
