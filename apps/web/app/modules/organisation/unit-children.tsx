import type { UnitOnDay } from '@sotay/domain/organisation'
import { DataTable, Pagination, Quantity } from '@sotay/ui'
import { address, unitAddress } from './address'
import { type LevelName, levelWords } from './levels'
import { useText } from './texts'

export function UnitChildren({ unit, levels, day }: { unit: UnitOnDay; levels: LevelName[]; day?: string }) {
  const t = useText()
  if (unit.children.length === 0) return null
  const further = unit.next ? address(`/to-chuc/${unit.id}`, { ngay: day, sau: unit.next }) : undefined
  return (
    <>
      <DataTable
        caption={t('unit.children-caption')}
        rows={unit.children}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('unit.name'), cell: ({ id, name }) => <a href={unitAddress(id, day)}>{name}</a> },
          {
            key: 'level',
            header: t('unit.level'),
            cell: (row) => <span className="tag">{levelWords(row, levels, t)}</span>,
          },
          {
            key: 'children',
            header: t('unit.children'),
            numeric: true,
            cell: ({ children }) => <Quantity value={children} />,
          },
          {
            key: 'members',
            header: t('unit.members'),
            numeric: true,
            cell: ({ members }) => <Quantity value={members} />,
          },
        ]}
      />
      <Pagination next={further} />
    </>
  )
}
