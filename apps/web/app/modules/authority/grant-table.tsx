import type { GrantLine } from '@sotay/domain/authority'
import { type Column, DataTable, type Status, StatusTag } from '@sotay/ui'
import { PeriodText } from './period-text'
import { useText } from './texts'

const statuses: Record<GrantLine['state'], Status> = {
  current: 'published',
  planned: 'pending',
  ended: 'done',
  cancelled: 'withdrawn',
}

export function StateTag({ state, words }: { state: GrantLine['state']; words?: string }) {
  const t = useText()
  return <StatusTag status={statuses[state]} words={words ?? t(`states.${state}`)} />
}

export interface GrantTableProps {
  caption: string
  grants: GrantLine[]
  names: Record<string, string>
  count?: number
  select?: boolean
}

/** Roles with who holds them, where, until when and whence. */
export function GrantTable({ caption, grants, names, count, select = false }: GrantTableProps) {
  const t = useText()
  const columns: Column<GrantLine>[] = [
    { key: 'name', header: t('grants.name'), cell: (row) => <a href={`/quan-tri/phan-quyen/${row.id}`}>{row.name}</a> },
    { key: 'role', header: t('grants.role'), cell: (row) => names[row.role] ?? row.role },
    { key: 'unit', header: t('grants.unit'), cell: (row) => row.unitName },
    {
      key: 'days',
      header: t('grants.days'),
      cell: (row) => <PeriodText from={row.validFrom} until={row.validUntil} />,
    },
    {
      key: 'source',
      header: t('grants.source'),
      cell: (row) =>
        row.decisionNumber
          ? `${t(`sources.${row.source}`)}, ${t('decision.number').toLocaleLowerCase()} ${row.decisionNumber}`
          : t(`sources.${row.source}`),
    },
    { key: 'state', header: t('grants.state'), cell: (row) => <StateTag state={row.state} /> },
  ]
  return (
    <DataTable
      caption={caption}
      count={count}
      rows={grants}
      rowKey={(row) => row.id}
      columns={columns}
      select={select ? { name: 'grantIds', label: (row) => `${row.name}, ${names[row.role] ?? row.role}` } : undefined}
    />
  )
}
