import type { ChangedUnit, Comparison } from '@sotay/domain/organisation'
import { DataTable, formatDate, Quantity } from '@sotay/ui'
import { unitAddress } from './address'
import { type LevelName, levelWords } from './levels'
import { useText } from './texts'

export interface ComparisonProps {
  comparison: Comparison
  levels: LevelName[]
}

const dateWords = (day: string) => formatDate(day, { zone: 'UTC', locale: 'vi' })

export function LevelCounts({ comparison: { levels: counted, from, to }, levels }: ComparisonProps) {
  const t = useText()
  const rows = levels.flatMap(({ key, name }) => {
    const row = counted.find(({ level }) => level === key)
    return row ? [{ ...row, name }] : []
  })
  if (rows.length === 0) return null
  return (
    <DataTable
      caption={t('compare.levels')}
      rows={rows}
      rowKey={({ level }) => level}
      columns={[
        { key: 'level', header: t('unit.level'), cell: ({ name }) => name },
        { key: 'before', header: dateWords(from), numeric: true, cell: ({ before }) => <Quantity value={before} /> },
        { key: 'after', header: dateWords(to), numeric: true, cell: ({ after }) => <Quantity value={after} /> },
        {
          key: 'change',
          header: t('compare.change'),
          numeric: true,
          cell: ({ before, after }) => (
            <>
              {after > before ? '+' : null}
              <Quantity value={after - before} />
            </>
          ),
        },
      ]}
    />
  )
}

export function ChangedUnits({ comparison: { units, from, to }, levels }: ComparisonProps) {
  const t = useText()
  const state = (unit: ChangedUnit, name: string | null, day: string, parent: string | null) => {
    if (name === null) return t('compare.absent')
    const place = t('compare.under', { parent: parent ?? t('compare.outside') })
    const moved = unit.kinds.includes('moved')
    // A name that stayed stands in the first column already.
    if (moved && unit.nameBefore === unit.nameAfter) return <a href={unitAddress(unit.id, day)}>{place}</a>
    return (
      <>
        <a href={unitAddress(unit.id, day)}>{name}</a>
        {moved ? <div className="hint">{place}</div> : null}
      </>
    )
  }
  return (
    <DataTable
      caption={t('compare.caption')}
      rows={units}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: t('unit.name'), cell: ({ nameAfter, nameBefore }) => nameAfter ?? nameBefore },
        {
          key: 'level',
          header: t('unit.level'),
          cell: (row) => <span className="tag">{levelWords(row, levels, t)}</span>,
        },
        {
          key: 'change',
          header: t('compare.what'),
          cell: ({ kinds, home }) => (
            <>
              {kinds.map((kind) => t(`compare.${kind}`)).join(', ')}
              {home ? <div className="hint">{t('compare.home', { home })}</div> : null}
            </>
          ),
        },
        { key: 'before', header: dateWords(from), cell: (row) => state(row, row.nameBefore, from, row.parentBefore) },
        { key: 'after', header: dateWords(to), cell: (row) => state(row, row.nameAfter, to, row.parentAfter) },
      ]}
    />
  )
}
