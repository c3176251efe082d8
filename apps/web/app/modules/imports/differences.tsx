import type { DifferenceCount, DifferenceKind, ListedDifference } from '@sotay/domain/imports'
import { differenceKinds } from '@sotay/domain/imports/inputs'
import { DataTable, EmptyState, type FormReply, Pagination, Progress, StatusTag, Tabs } from '@sotay/ui'
import type { ShownBatch } from './batch-view.server'
import { ResolveFields } from './resolve-fields'
import { useShownValue } from './row-details'
import { useText } from './texts'

type Item = Omit<ListedDifference, 'resolvedAt'>

export interface DifferencesProps {
  batch: ShownBatch
  counts: DifferenceCount[]
  items: Item[]
  next?: string
  kind: DifferenceKind
  open: boolean
  reply: FormReply | undefined
}

const sum = (counts: DifferenceCount[]) => counts.reduce((total, { rows }) => total + rows, 0)

/** Differences of one kind, to be settled; how far the whole is; the protocol. */
export function Differences({ batch, counts, items, next, kind, open, reply }: DifferencesProps) {
  const t = useText()
  const path = `/dang-vien/doi-chieu/${batch.id}`
  const address = (of: string, only: boolean, after?: string) =>
    `${path}?loai=${of}${only ? '&chua-xu-ly=1' : ''}${after ? `&sau=${after}` : ''}`
  const tabs = differenceKinds.map((entry) => ({
    href: address(entry, open),
    label: t(`differences.kinds.${entry}`),
    current: entry === kind,
    count: sum(counts.filter((count) => count.kind === entry)),
  }))
  const settled = counts.filter(({ resolution }) => resolution !== null)
  const unreadable = batch.totals.outcomes.rejected ?? 0
  return (
    <section>
      <Progress label={t('differences.progress')} done={sum(settled)} total={sum(counts)} />
      {unreadable > 0 ? (
        <p>
          <a className="button secondary" href={`/dang-vien/nhap/${batch.id}/dong-loi`} download>
            {t('differences.unreadable', { count: unreadable })}
          </a>
        </p>
      ) : null}
      <p className="actions">
        {(['pdf', 'docx', 'xlsx'] as const).map((form) => (
          <a key={form} className="button secondary" href={`${path}/bien-ban?dang=${form}`} download>
            {t(`differences.${form === 'pdf' ? 'asPdf' : form === 'docx' ? 'asWord' : 'asSheet'}`)}
          </a>
        ))}
      </p>
      <Tabs label={t('differences.tabs')} items={tabs} />
      <p>
        <a href={address(kind, !open)}>{t(open ? 'differences.showAll' : 'differences.openOnly')}</a>
      </p>
      {items.length === 0 ? (
        <EmptyState icon="surveys" title={t('differences.none')}>
          {t('differences.agree')}
        </EmptyState>
      ) : (
        <form method="post" noValidate>
          <ItemTable items={items} />
          <input type="hidden" name="kind" value={kind} />
          <ResolveFields kind={kind} reply={reply} />
        </form>
      )}
      <Pagination next={next ? address(kind, open, next) : undefined} />
    </section>
  )
}

function ItemTable({ items }: { items: Item[] }) {
  const t = useText()
  const shown = useShownValue()
  const what = ({ differences }: Item) => (
    <ul>
      {differences.map(({ field, ours, theirs }) => (
        <li key={field}>
          {t(`fields.${field}`)}: {t('differences.ours', { ours: shown(field, ours), theirs: shown(field, theirs) })}
        </li>
      ))}
    </ul>
  )
  const state = ({ resolution }: Item) =>
    resolution ? (
      <StatusTag status="done" words={t(`differences.resolutions.${resolution}`)} />
    ) : (
      <StatusTag status="pending" words={t('differences.open')} />
    )
  return (
    <DataTable
      caption={t('differences.caption')}
      rows={items}
      rowKey={({ id }) => id}
      select={{ name: 'itemIds', label: ({ name }) => name }}
      columns={[
        { key: 'name', header: t('dryRun.name'), cell: ({ name }) => name },
        { key: 'card', header: t('dryRun.card'), cell: ({ cardNumber }) => cardNumber },
        { key: 'unit', header: t('dryRun.unit'), cell: ({ unitName }) => unitName ?? '' },
        { key: 'what', header: t('dryRun.what'), cell: what },
        { key: 'state', header: t('differences.resolution'), cell: state },
        { key: 'note', header: t('differences.note'), cell: ({ note }) => note ?? '' },
      ]}
    />
  )
}
