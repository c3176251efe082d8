import { Button, TextInput } from '@sotay/ui'
import { useText } from './texts'

/** Asks for the page as of another day; empty is today. */
export function DayForm({ day }: { day?: string }) {
  const t = useText()
  return (
    <form method="get" className="field-row">
      <TextInput name="ngay" type="date" label={t('day.label')} defaultValue={day} width={12} />
      <Button tone="secondary">{t('day.show')}</Button>
    </form>
  )
}
