import { useText } from '@sotay/i18n'
import type { ReactNode } from 'react'

/** Stands after a DataTable with `select`, in one form with it; appears, and counts, as rows are ticked, by style alone. */
export function BulkBar({ children }: { children: ReactNode }) {
  const t = useText('ui')
  return (
    <div className="bulk-bar">
      <p>
        {t('selected')} <b className="bulk-count" />
      </p>
      <div className="actions">{children}</div>
    </div>
  )
}
