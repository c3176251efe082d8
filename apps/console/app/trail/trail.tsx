import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { listOperators } from '@sotay/operations'
import { listOperations, type OperationFilter, operatorMay } from '@sotay/operations/operators'
import { Button, ButtonLink, EmptyState, PageHeader, Pagination, Select, TextInput } from '@sotay/ui'
import { OperationTable } from '../provinces/operation-table'
import { operatorLoader } from '../server/operator-loader'
import { filterOf, trailHref } from './trail-address'

const PAGE = 50

export const loader = operatorLoader('viewer', async (ctx, { url, operator }) => {
  const filter = filterOf(url)
  const [lines, people] = await Promise.all([listOperations(ctx, filter, PAGE + 1), listOperators(ctx)])
  const shown = lines.slice(0, PAGE)
  return {
    filter,
    lines: shown,
    next: lines.length > PAGE ? trailHref('/nhat-ky', { ...filter, before: shown.at(-1)?.id }) : undefined,
    newest: filter.before ? trailHref('/nhat-ky', { ...filter, before: undefined }) : undefined,
    file: operatorMay(operator.role, 'operator')
      ? trailHref('/nhat-ky/bang.csv', { ...filter, before: undefined })
      : undefined,
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    provinces: ctx.directory.list().map(({ slug, name }) => ({ value: slug, label: name })),
  }
})

export default function TrailPage() {
  const { filter, lines, next, newest, file, people, provinces } = useLoaderData<typeof loader>()
  const t = useText('console')
  return (
    <>
      <PageHeader
        title={t('trail.title')}
        lead={t('trail.lead')}
        actions={file ? <ButtonLink href={file}>{t('trail.file')}</ButtonLink> : undefined}
      />
      <Filters filter={filter} people={people} provinces={provinces} />
      {lines.length > 0 ? (
        <OperationTable operations={lines} ofAll />
      ) : (
        <EmptyState icon="tasks" title={t('trail.empty')}>
          {t('trail.emptyHint')}
        </EmptyState>
      )}
      <Pagination previous={newest} next={next} />
    </>
  )
}

interface FiltersProps {
  filter: OperationFilter
  people: { value: string; label: string }[]
  provinces: { value: string; label: string }[]
}

function Filters({ filter, people, provinces }: FiltersProps) {
  const t = useText('console')
  const acts = ['tenant', 'tenants', 'operator', 'visit', 'banner', 'rollout', 'demo']
  return (
    <form method="get" className="filters">
      <Select
        name="nguoi"
        label={t('operations.by')}
        placeholder={t('trail.anybody')}
        options={people}
        defaultValue={filter.actor}
      />
      <Select
        name="tinh"
        label={t('fleet.name')}
        placeholder={t('trail.anywhere')}
        options={provinces}
        defaultValue={filter.tenant}
      />
      <Select
        name="viec"
        label={t('operations.what')}
        placeholder={t('trail.anything')}
        options={acts.map((act) => ({ value: `${act}.`, label: t(`trail.acts.${act}`) }))}
        defaultValue={filter.operation}
      />
      <TextInput name="tu" type="date" label={t('trail.from')} defaultValue={filter.from} width={12} />
      <TextInput name="den" type="date" label={t('trail.until')} defaultValue={filter.until} width={12} />
      <Button tone="secondary">{t('trail.find')}</Button>
    </form>
  )
}
