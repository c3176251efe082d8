import { useText } from '@sotay/i18n'
import { DateTime } from '@sotay/ui'

/** “từ … đến hết …”, or without an end. */
export function PeriodText({ from, until }: { from: string; until: string | null }) {
  const t = useText('authority')
  return (
    <>
      <DateTime at={from} show="date" /> – {until ? <DateTime at={until} show="date" /> : t('period.noEnd')}
    </>
  )
}
