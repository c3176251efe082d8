import { DateTime } from '@sotay/ui'
import { useText } from './texts'

/** “từ … đến hết …”, or without an end. */
export function PeriodText({ from, until }: { from: string; until: string | null }) {
  const t = useText()
  return (
    <>
      <DateTime at={from} show="date" /> – {until ? <DateTime at={until} show="date" /> : t('period.noEnd')}
    </>
  )
}
