import { rosterFields, rowOutcomes } from '@sotay/domain/imports/inputs'
import { DataTable, EmptyState, FilterChips, Pagination, SummaryList, Tabs } from '@sotay/ui'
import type { ShownBatch } from './batch-view.server'
import { RowDetails, RowOutcomeTag, type ShownRow } from './row-details'
import { useText } from './texts'

type Line = ShownRow & { line: number; name: string; cardNumber: string; unit: string }

export interface DryRunProps {
  batch: ShownBatch
  lines: Line[]
  next?: number
  outcome?: string
  field?: string
}

/** What a checked file would do: counted by outcome, field and error, and row by row. */
export function DryRun({ batch, lines, next, outcome, field }: DryRunProps) {
  const t = useText()
  const { outcomes } = batch.totals
  const address = (given: { outcome?: string; field?: string; after?: number }) => {
    const query = new URLSearchParams()
    if (given.outcome) query.set('ket-qua', given.outcome)
    if (given.field) query.set('muc', given.field)
    if (given.after) query.set('sau', String(given.after))
    return `/dang-vien/nhap/${batch.id}${query.size > 0 ? `?${query}` : ''}`
  }
  const tabs = [undefined, ...rowOutcomes].map((entry) => ({
    href: address({ outcome: entry, field }),
    label: t(`dryRun.${entry ?? 'all'}`),
    current: entry === outcome,
    count: entry ? (outcomes[entry] ?? 0) : batch.rows,
  }))
  const chips = field
    ? [{ label: t('dryRun.fieldFilter', { field: t(`fields.${field}`) }), href: address({ outcome }) }]
    : []
  return (
    <section>
      <h2>{t('dryRun.title')}</h2>
      <Breakdown batch={batch} address={(of) => address({ field: of })} />
      <Tabs label={t('dryRun.outcomes')} items={tabs} />
      <FilterChips chips={chips} />
      {lines.length === 0 ? <EmptyState icon="search" title={t('dryRun.empty')} /> : <Lines lines={lines} />}
      <Pagination next={next ? address({ outcome, field, after: next }) : undefined} />
      {(outcomes.rejected ?? 0) > 0 && !batch.purgedAt ? (
        <p>
          <a className="button secondary" href={`/dang-vien/nhap/${batch.id}/dong-loi`} download>
            {t('dryRun.rejectedFile', { count: outcomes.rejected })}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Breakdown({ batch, address }: { batch: ShownBatch; address(field: string): string }) {
  const t = useText()
  const { fields } = batch.totals
  const count = (field: string) => fields[field === 'unit' ? 'unitId' : field] ?? 0
  const changed = rosterFields.filter((field) => count(field) > 0)
  return (
    <>
      {changed.length > 0 ? (
        <>
          <h3>{t('dryRun.byField')}</h3>
          <SummaryList
            items={changed.map((field) => ({
              label: t(`fields.${field}`),
              value: <a href={address(field)}>{count(field)}</a>,
            }))}
          />
        </>
      ) : null}
      {batch.errorKinds.length > 0 ? (
        <>
          <h3>{t('dryRun.byError')}</h3>
          <SummaryList items={batch.errorKinds.map(({ words, rows }) => ({ label: words, value: rows }))} />
        </>
      ) : null}
    </>
  )
}

function Lines({ lines }: { lines: Line[] }) {
  const t = useText()
  return (
    <DataTable
      caption={t('dryRun.rows')}
      rows={lines}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'name', header: t('dryRun.name'), cell: ({ name }) => name || '–' },
        { key: 'line', header: t('dryRun.line'), cell: ({ line }) => line, numeric: true },
        { key: 'card', header: t('dryRun.card'), cell: ({ cardNumber }) => cardNumber },
        { key: 'unit', header: t('dryRun.unit'), cell: ({ unit }) => unit },
        { key: 'outcome', header: t('dryRun.outcome'), cell: (row) => <RowOutcomeTag outcome={row.outcome} /> },
        { key: 'what', header: t('dryRun.what'), cell: (row) => <RowDetails row={row} /> },
      ]}
    />
  )
}
