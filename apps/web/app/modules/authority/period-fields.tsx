import { type FormReply, posted, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface PeriodFieldsProps {
  reply: FormReply | undefined
  /** The first day, unless something else was typed. */
  today: string
  from?: string
  lastNeeded?: boolean
}

/** First and last day of a right, both included. */
export function PeriodFields({ reply, today, from = 'validFrom', lastNeeded = false }: PeriodFieldsProps) {
  const t = useText()
  return (
    <>
      <TextInput {...posted(reply, from, today)} type="date" label={t('period.from')} width={12} />
      <TextInput
        {...posted(reply, 'validUntil')}
        type="date"
        label={t('period.until')}
        hint={lastNeeded ? undefined : t('period.open')}
        width={12}
        optional={!lastNeeded}
      />
    </>
  )
}
