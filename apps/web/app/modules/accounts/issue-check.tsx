import { useLoaderData } from '@remix-run/react'
import { checkIssue } from '@sotay/domain/accounts'
import { issueAccountsInput } from '@sotay/domain/accounts/inputs'
import { Button, ButtonLink, DataTable, EmptyState, Notice, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { useText } from './texts'

const LIST = '/quan-tri/tai-khoan/cap'

export const loader = tenantLoader(async (ctx, { url }) => {
  const chosen = issueAccountsInput.shape.memberIds.safeParse(url.searchParams.getAll('memberIds'))
  const people = await checkIssue(ctx, { memberIds: chosen.success ? chosen.data : [] })
  return { people, title: pageTitle(ctx, 'accounts:issue.checkTitle') }
})

export const meta = titleMeta

/** Those chosen once more, before letters are made that can be downloaded once. */
export default function IssueCheckPage() {
  const { people } = useLoaderData<typeof loader>()
  const t = useText()
  const count = people.length
  return (
    <>
      <PageHeader
        title={t('issue.checkTitle')}
        lead={t('issue.checkLead', { count })}
        breadcrumbs={[{ href: LIST, label: t('issue.title') }]}
      />
      {count === 0 ? (
        <EmptyState title={t('issue.none')} action={<ButtonLink href={LIST}>{t('issue.back')}</ButtonLink>} />
      ) : (
        <form method="post" action={`${LIST}/giay`} className="stack">
          {people.map(({ memberId }) => (
            <input key={memberId} type="hidden" name="memberIds" value={memberId} />
          ))}
          <Notice tone="warning" title={t('issue.warning')}>
            {t('issue.warningMore')}
          </Notice>
          <Button>{t('issue.do')}</Button>
          <DataTable
            caption={t('issue.title')}
            count={count}
            rows={people}
            rowKey={(row) => row.memberId}
            columns={[
              { key: 'name', header: t('issue.name'), cell: (row) => row.name },
              { key: 'card', header: t('issue.card'), cell: (row) => row.cardNumber },
              { key: 'place', header: t('issue.place'), cell: (row) => row.unitName },
            ]}
          />
          <p>
            <a href={LIST}>{t('issue.back')}</a>
          </p>
        </form>
      )}
    </>
  )
}
