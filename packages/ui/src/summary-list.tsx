import { useText } from '@sotay/i18n'
import type { ReactNode } from 'react'

export interface SummaryItem {
  label: string
  value: ReactNode
  /** Leads back to the question. */
  changeHref?: string
}

/** What was answered, before what cannot be undone. */
export function SummaryList({ items }: { items: SummaryItem[] }) {
  const t = useText('ui')
  return (
    <dl className="summary-list">
      {items.map(({ label, value, changeHref }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {changeHref ? (
            <dd>
              <a href={changeHref}>
                {t('change')}
                <span className="off-screen"> {label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
