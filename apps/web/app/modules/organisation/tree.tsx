import { useLoaderData } from '@remix-run/react'
import { readTree, searchUnits } from '@sotay/domain/organisation'
import { may } from '@sotay/kernel'
import { ButtonLink, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { address, readDay, readOpen } from './address'
import { DayNotice } from './day-notice'
import { FoundUnits } from './found-units'
import { levelsOf } from './levels.server'
import { useText } from './texts'
import { TreeBranches } from './tree-branches'
import { TreeSearch } from './tree-search'

export const loader = tenantLoader(async (ctx, { url }) => {
  const [day, open] = [readDay(url), readOpen(url)]
  const search = (url.searchParams.get('tim') ?? '').trim().slice(0, 80)
  const level = url.searchParams.get('cap')?.slice(0, 60) || undefined
  const found = search || level ? await searchUnits(ctx, { search, level, day }) : null
  const tree = found ? null : await readTree(ctx, { day, open })
  const allowed = { export: may(ctx, 'organisation.export'), compare: may(ctx, 'organisation.browse') }
  const title = pageTitle(ctx, 'organisation:tree.title')
  return { day, open, search, level, found, tree, levels: levelsOf(ctx), allowed, title }
})

export const meta = titleMeta

/** The province's tree as of a day: its branches open where it is looked at, or units found by name. */
export default function TreePage() {
  const { day, open, search, level, found, tree, levels, allowed } = useLoaderData<typeof loader>()
  const t = useText()
  const actions = (
    <>
      {allowed.compare ? (
        <ButtonLink href={address('/to-chuc/so-sanh', { den: day })}>{t('compare.title')}</ButtonLink>
      ) : null}
      {allowed.export ? (
        <ButtonLink href={address('/to-chuc/xuat', { ngay: day })} download>
          {t('tree.export')}
        </ButtonLink>
      ) : null}
    </>
  )
  return (
    <>
      <PageHeader
        title={t('tree.title')}
        lead={t('tree.lead')}
        actions={allowed.compare || allowed.export ? actions : null}
      />
      <TreeSearch search={search} level={level} day={day} levels={levels} />
      <DayNotice day={day} today={address('/to-chuc', { tim: search, cap: level, mo: open.join(',') })} />
      {found ? <FoundUnits found={found} levels={levels} day={day} /> : null}
      {tree ? <TreeBranches tree={tree} open={open} day={day} levels={levels} /> : null}
    </>
  )
}
