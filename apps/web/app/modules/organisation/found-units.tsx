import type { EndedUnit, FoundUnit } from '@sotay/domain/organisation'
import { DataTable, DateTime, EmptyState, Notice } from '@sotay/ui'
import { treeAddress, unitAddress } from './address'
import { type LevelName, levelWords } from './levels'
import { useText } from './texts'

export interface FoundUnitsProps {
  found: { units: FoundUnit[]; ended: EndedUnit[]; total: number }
  levels: LevelName[]
  day?: string
}

export function FoundUnits({ found: { units, ended, total }, levels, day }: FoundUnitsProps) {
  const t = useText()
  if (ended.length > 0) return <EndedUnits ended={ended} day={day} />
  if (units.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={t('tree.none-found')}
        action={<a href={treeAddress({ day })}>{t('tree.whole')}</a>}
      >
        {t('tree.none-found-hint')}
      </EmptyState>
    )
  }
  return (
    <>
      <p>
        <a href={treeAddress({ day })}>{t('tree.whole')}</a>
      </p>
      <DataTable
        caption={t('tree.found')}
        count={total}
        rows={units}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('unit.name'), cell: ({ id, name }) => <a href={unitAddress(id, day)}>{name}</a> },
          {
            key: 'level',
            header: t('unit.level'),
            cell: (row) => <span className="tag">{levelWords(row, levels, t)}</span>,
          },
          { key: 'above', header: t('unit.above'), cell: ({ above }) => above },
        ]}
        actions={({ id, name }) => (
          <a href={treeAddress({ day, open: [id] })} aria-label={t('tree.show-of', { name })}>
            {t('tree.show-in')}
          </a>
        )}
      />
      {total > units.length ? <p>{t('tree.more-found', { count: units.length })}</p> : null}
    </>
  )
}

/** None stands under the name; these did. Each is shown on its last day. */
function EndedUnits({ ended, day }: { ended: EndedUnit[]; day?: string }) {
  const t = useText()
  return (
    <>
      <Notice title={t('tree.ended-found')}>
        <a href={treeAddress({ day })}>{t('tree.whole')}</a>
      </Notice>
      <DataTable
        caption={t('tree.ended')}
        count={ended.length}
        rows={ended}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: t('unit.name'),
            cell: (row) => <a href={unitAddress(row.id, row.ended)}>{row.name}</a>,
          },
          { key: 'until', header: t('tree.last-day'), cell: (row) => <DateTime at={row.ended} show="date" /> },
        ]}
      />
    </>
  )
}
