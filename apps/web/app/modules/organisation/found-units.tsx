import type { FoundUnit } from '@sotay/domain/organisation'
import { DataTable, EmptyState } from '@sotay/ui'
import { treeAddress, unitAddress } from './address'
import { type LevelName, levelWords } from './levels'
import { useText } from './texts'

export interface FoundUnitsProps {
  found: { units: FoundUnit[]; total: number }
  levels: LevelName[]
  day?: string
}

export function FoundUnits({ found: { units, total }, levels, day }: FoundUnitsProps) {
  const t = useText()
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
