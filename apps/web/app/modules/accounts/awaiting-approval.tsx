import { ButtonLink, Notice, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { codeFlow } from './code-flow.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, visit) => {
  codeFlow(ctx, visit)
  return { title: pageTitle(ctx, 'accounts:awaiting.title') }
})

export const meta = titleMeta

/** The end of a registration: somebody else acts next. */
export default function AwaitingApprovalPage() {
  const t = useText()
  return (
    <>
      <PageHeader title={t('awaiting.title')} />
      <Notice title={t('awaiting.state')}>{t('awaiting.what')}</Notice>
      <p>
        <ButtonLink href="/">{t('awaiting.home')}</ButtonLink>
      </p>
    </>
  )
}
