import { useText } from '@sotay/i18n'
import X from 'lucide-react/icons/x'

export interface FilterChip {
  label: string
  /** The page without this filter. */
  href: string
}

/** The filters in force; each is taken off by its own link, since filters live in the address. */
export function FilterChips({ chips, clearHref }: { chips: FilterChip[]; clearHref?: string }) {
  const t = useText('ui')
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('filters')}>
      {chips.map(({ label, href }) => (
        <li key={label}>
          <a className="chip" href={href} aria-label={t('removeFilter', { name: label })}>
            {label}
            <X className="icon" />
          </a>
        </li>
      ))}
      {clearHref ? (
        <li>
          <a className="button quiet" href={clearHref}>
            {t('clearFilters')}
          </a>
        </li>
      ) : null}
    </ul>
  )
}
