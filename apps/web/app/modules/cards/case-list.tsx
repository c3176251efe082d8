import { useLoaderData } from '@remix-run/react'
import { listCardCases } from '@sotay/domain/cards'
import { may } from '@sotay/kernel'
import { Button, ButtonLink, FilterChips, PageHeader, Pagination, Select, Tabs, TextInput } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { CaseTable } from './case-table'
import { caseView } from './case-view.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  const { filters, address, chips, kinds, tabs, typed } = caseView(url)
  const { cases, counts, next } = await listCardCases(ctx, filters)
  return {
    cases,
    chips,
    kinds,
    typed,
    tabs: tabs(counts),
    further: next && address({ sau: next }),
    print: address({}, '/dang-vien/the/in'),
    mayRecord: may(ctx, 'cards.record'),
    title: pageTitle(ctx, 'cards:list.title'),
  }
})

export const meta = titleMeta

/** Card cases of the officer's scope, by state and kind. */
export default function CaseListPage() {
  const { cases, chips, kinds, typed, tabs, further, print, mayRecord } = useLoaderData<typeof loader>()
  const t = useText()
  const actions = (
    <>
      {mayRecord ? (
        <>
          <ButtonLink href="/dang-vien/the/moi" tone="primary">
            {t('list.record')}
          </ButtonLink>
          <ButtonLink href="/dang-vien/the/trung">{t('list.shared')}</ButtonLink>
        </>
      ) : null}
      <ButtonLink href={print}>{t('list.print')}</ButtonLink>
    </>
  )
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={actions} />
      <Tabs label={t('list.tabs')} items={tabs} />
      <form method="get" className="filters">
        {typed.status ? <input type="hidden" name="trang-thai" value={typed.status} /> : null}
        <TextInput name="tim" type="search" label={t('list.search')} defaultValue={typed.tim} width={20} />
        <TextInput name="noi" type="search" label={t('list.unit')} defaultValue={typed.noi} width={20} />
        <Select
          name="loai"
          label={t('list.kind')}
          placeholder={t('list.anyKind')}
          options={kinds}
          defaultValue={typed.loai}
        />
        <Button tone="secondary">{t('list.find')}</Button>
      </form>
      <FilterChips chips={chips} />
      <CaseTable cases={cases} />
      <Pagination next={further} />
    </>
  )
}
