import type { UnitMember } from '@sotay/domain/members'
import type { UnitKind } from '@sotay/domain/organisation'
import { type Column, DataTable, EmptyState, Pagination } from '@sotay/ui'
import { address, unitAddress } from './address'
import { useText } from './texts'

export interface UnitPeopleProps {
  people: { members: UnitMember[]; next: string | null }
  unitId: string
  kind: UnitKind
  day?: string
}

/** Who was in the unit and below it on the day. Files are those of today, so names lead there today alone. */
export function UnitPeople({ people: { members, next }, unitId, kind, day }: UnitPeopleProps) {
  const t = useText()
  if (members.length === 0) return kind === 'cell' ? <EmptyState icon="members" title={t('people.none')} /> : null
  const further = next ? address(`/to-chuc/${unitId}`, { ngay: day, dv: next }) : undefined
  const columns: Column<UnitMember>[] = [
    {
      key: 'name',
      header: t('people.name'),
      cell: ({ id, name }) => (day ? name : <a href={`/dang-vien/${id}`}>{name}</a>),
    },
    { key: 'card', header: t('people.card'), cell: ({ cardNumber }) => cardNumber },
    {
      key: 'cell',
      header: t('people.cell'),
      cell: ({ cellId, cellName }) =>
        cellId === unitId ? cellName : <a href={unitAddress(cellId, day)}>{cellName}</a>,
    },
  ]
  if (day) columns.push({ key: 'now', header: t('people.now'), cell: ({ left }) => (left ? t('people.left') : null) })
  return (
    <>
      <DataTable caption={t('people.caption')} rows={members} rowKey={({ id }) => id} columns={columns} />
      <Pagination next={further} />
    </>
  )
}
