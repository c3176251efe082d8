import type { Column } from '@sotay/domain/news'
import { FilterChips } from '@sotay/ui'
import { type ListPlace, listAddress } from './list-address'
import { useText } from './texts'

/** The columns, folded away; the one in force can be taken off. */
export function ColumnChoice({ columns, place }: { columns: Column[]; place: ListPlace }) {
  const t = useText()
  const chosen = columns.find((column) => column.key === place.column)
  const whole = listAddress({ ...place, column: '' })
  if (chosen) return <FilterChips chips={[{ label: t('list.column-now', { name: chosen.name }), href: whole }]} />
  return (
    <details>
      <summary className="button quiet">{t('list.columns')}</summary>
      <ul className="chips">
        {columns.map(({ key, name }) => (
          <li key={key}>
            <a className="chip" href={listAddress({ ...place, column: key })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
