import { useText } from '@sotay/i18n'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'

export interface SortLink {
  href: string
  /** Present on the column by which the rows are ordered now. */
  direction?: 'ascending' | 'descending'
}

interface HeadColumn {
  key: string
  header: string
  numeric?: boolean
  sort?: SortLink
}

function SortHeader({ header, sort }: { header: string; sort: SortLink }) {
  const t = useText('ui')
  const Icon = sort.direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <a href={sort.href}>
      {header}
      {sort.direction ? (
        <>
          <Icon className="icon" />
          <span className="off-screen">
            {t(sort.direction === 'ascending' ? 'sortedAscending' : 'sortedDescending')}
          </span>
        </>
      ) : null}
    </a>
  )
}

export function TableHead({ columns, select, actions }: { columns: HeadColumn[]; select: boolean; actions: boolean }) {
  const t = useText('ui')
  return (
    <thead>
      <tr>
        {select ? <td /> : null}
        {columns.map(({ key, header, numeric, sort }) => (
          <th key={key} scope="col" className={numeric ? 'numeric' : undefined} aria-sort={sort?.direction}>
            {sort ? <SortHeader header={header} sort={sort} /> : header}
          </th>
        ))}
        {actions ? (
          <th scope="col">
            <span className="off-screen">{t('rowActions')}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}
