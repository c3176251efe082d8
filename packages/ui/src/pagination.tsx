import { useText } from '@sotay/i18n'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'

export interface PaginationProps {
  /** Addresses that carry the key of the neighbouring row; absent at an end. */
  previous?: string
  next?: string
}

export function Pagination({ previous, next }: PaginationProps) {
  const t = useText('ui')
  if (!previous && !next) return null
  return (
    <nav className="pagination" aria-label={t('pagination')}>
      {previous ? (
        <a className="button secondary" href={previous} rel="prev">
          <ChevronLeft className="icon" />
          {t('previous')}
        </a>
      ) : null}
      {next ? (
        <a className="button secondary" href={next} rel="next">
          {t('next')}
          <ChevronRight className="icon" />
        </a>
      ) : null}
    </nav>
  )
}
