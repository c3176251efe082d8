import { useLoaderData } from '@remix-run/react'
import { type ArticleStatus, type DeskArticle, listDesk } from '@sotay/domain/news'
import { listDeskInput } from '@sotay/domain/news/inputs'
import { ButtonLink, DataTable, DateTime, DueMoment, EmptyState, PageHeader, StatusTag, Tabs } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { stateOf } from './article-state'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const { status } = listDeskInput.parse({ status: url.searchParams.get('trang-thai') ?? undefined })
  const articles = await listDesk(ctx, { status })
  return { articles, status, now: ctx.clock.now(), title: pageTitle(ctx, 'news:desk.title') }
})

export const meta = titleMeta

const states: ArticleStatus[] = ['draft', 'submitted', 'returned', 'published', 'withdrawn']

/** The newsroom: what is being written, what awaits approval, and until when it must be out. */
export default function DeskPage() {
  const { articles, status, now } = useLoaderData<typeof loader>()
  const t = useText()
  const tabs = [undefined, ...states].map((entry) => ({
    href: entry ? `/toa-soan?trang-thai=${entry}` : '/toa-soan',
    label: t(`desk.${entry ?? 'all'}`),
    current: entry === status,
  }))
  const write = (
    <ButtonLink href="/toa-soan/moi" tone="primary">
      {t('desk.write')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('desk.title')} actions={write} />
      <Tabs label={t('desk.states')} items={tabs} />
      {articles.length === 0 ? (
        <EmptyState icon="newsroom" title={t('desk.empty.title')}>
          {t('desk.empty.text')}
        </EmptyState>
      ) : (
        <DeskTable articles={articles} now={now} />
      )}
    </>
  )
}

function DeskTable({ articles, now }: { articles: DeskArticle[]; now: Date }) {
  const t = useText()
  const due = ({ status, dueAt }: DeskArticle) => {
    if (status === 'published' || status === 'withdrawn') return null
    return dueAt ? <DueMoment at={dueAt} now={now} /> : t('desk.no-clock')
  }
  return (
    <DataTable
      caption={t('desk.title')}
      rows={articles}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          header: t('desk.column-title'),
          cell: (row) => <a href={`/toa-soan/${row.id}`}>{row.title}</a>,
        },
        { key: 'state', header: t('desk.column-state'), cell: (row) => <StatusTag status={stateOf(row.status)} /> },
        { key: 'due', header: t('desk.column-due'), cell: due },
        { key: 'unit', header: t('desk.column-unit'), cell: (row) => row.unitName },
        {
          key: 'updated',
          header: t('desk.column-updated'),
          cell: (row) => <DateTime at={row.updatedAt} show="day-time" />,
        },
      ]}
    />
  )
}
