import type { RosterRow } from '@sotay/domain/members'
import { useZone } from '@sotay/i18n'
import { BulkBar, Button, ButtonLink, DataTable, DateTime, EmptyState, formatDate } from '@sotay/ui'
import { addressOf, parametersOf, ROSTER, type RosterAddress } from './roster-address'
import { useText } from './texts'

type ListedRow = RosterRow & { account: string }
export interface RosterTableProps {
  members: ListedRow[]
  total: number | undefined
  address: RosterAddress
  manages: boolean
  /** All lines are of the reader's one cell. */
  oneCell: boolean
}

/** What the count stops at; beyond it the list says “more than”. */
const COUNTED = '10.000'

export function RosterTable({ members, total, address, manages, oneCell }: RosterTableProps) {
  const t = useText()
  const parameters = parametersOf({ ...address, unitSearch: '' })
  if (members.length === 0) {
    const searched = parameters.length > 0
    return (
      <EmptyState icon={searched ? 'search' : 'members'} title={t(searched ? 'list.noneFound' : 'list.empty')}>
        {t(searched ? 'list.noneFoundMore' : 'list.emptyMore')}
      </EmptyState>
    )
  }
  const table = <Lines members={members} total={total} selectable={manages} oneCell={oneCell} />
  return (
    <>
      {total === undefined ? <p>{t('list.many', { limit: COUNTED })}</p> : null}
      {manages ? (
        <form method="get" action={`${ROSTER}/hang-loat`}>
          {table}
          <BulkBar>
            <Button>{t('list.bulkChosen')}</Button>
          </BulkBar>
        </form>
      ) : (
        table
      )}
      <div className="actions">
        <ButtonLink href={addressOf(`${ROSTER}/xuat`, address)} tone="secondary">
          {t('list.export')}
        </ButtonLink>
        {manages && total !== undefined && address.status !== 'left' ? (
          <ButtonLink href={addressOf(`${ROSTER}/hang-loat`, address, { 'tat-ca': String(total) })} tone="quiet">
            {t('list.bulkAll', { count: total })}
          </ButtonLink>
        ) : null}
      </div>
    </>
  )
}

interface LinesProps extends Pick<RosterTableProps, 'members' | 'total' | 'oneCell'> {
  selectable: boolean
}

function Lines({ members, total, selectable, oneCell }: LinesProps) {
  const t = useText()
  return (
    <DataTable
      caption={t('list.title')}
      count={total}
      rows={members}
      rowKey={(row) => row.id}
      select={selectable ? { name: 'chon', label: (row) => row.fullName } : undefined}
      columns={[
        {
          key: 'name',
          header: t('columns.fullName'),
          cell: (row) => <a href={`${ROSTER}/${row.id}`}>{row.fullName}</a>,
        },
        { key: 'card', header: t('columns.cardNumber'), cell: (row) => row.cardNumber },
        ...(oneCell ? [] : [{ key: 'unit', header: t('columns.unit'), cell: (row: ListedRow) => <Place row={row} /> }]),
        { key: 'status', header: t('columns.status'), cell: (row) => <Standing row={row} /> },
        { key: 'born', header: t('columns.birthDate'), cell: ({ birthDate }) => birthDate && <Day at={birthDate} /> },
        {
          key: 'admitted',
          header: t('columns.admittedOn'),
          cell: ({ admittedOn }) => admittedOn && <Day at={admittedOn} />,
        },
        { key: 'account', header: t('columns.account'), cell: (row) => t(`accounts.${row.account}`) },
      ]}
    />
  )
}

function Place({ row: { unitName, committee } }: { row: ListedRow }) {
  return (
    <>
      {unitName}
      {committee ? <div className="hint">{committee}</div> : null}
    </>
  )
}

export const Day = ({ at }: { at: string | null }) => (at ? <DateTime at={at} show="date" /> : '–')

/** Where somebody stands: full or probationary, with until when, or why they left. */
function Standing({ row }: { row: RosterRow }) {
  const t = useText()
  const zone = useZone()
  const day = (at: string) => formatDate(at, { zone, locale: 'vi' })
  if (row.leftOn) return t('member.leftOn', { reason: t(`leaving.${row.leaving ?? 'removed'}`), day: day(row.leftOn) })
  const { status, probationEndsOn, exempt, exemptUntil } = row
  const due = status === 'probationary' && probationEndsOn ? t('list.due', { day: day(probationEndsOn) }) : undefined
  const standing = due ?? t(`status.${status}`)
  if (!exempt) return standing
  const until = exemptUntil ? t('list.exemptUntil', { day: day(exemptUntil) }) : t('status.exempt')
  return `${standing}. ${until}`
}
