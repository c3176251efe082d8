import { readOwnAccount } from '@sotay/domain/accounts'
import { Button, Notice, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  await readOwnAccount(ctx)
  return { title: pageTitle(ctx, 'accounts:data.title') }
})

export const meta = titleMeta

/** A copy of everything the province holds on the member. */
export default function OwnDataPage() {
  const t = useText()
  return (
    <>
      <PageHeader
        title={t('data.title')}
        lead={t('data.lead')}
        breadcrumbs={[{ href: '/toi', label: t('own.title') }]}
      />
      <Notice>{t('data.note')}</Notice>
      <form method="post" action="/toi/du-lieu/tep" className="actions">
        <Button name="format" value="xlsx">
          {t('data.xlsx')}
        </Button>
        <Button tone="secondary" name="format" value="json">
          {t('data.json')}
        </Button>
      </form>
      <p>{t('data.wrong')}</p>
    </>
  )
}
