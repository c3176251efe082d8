import { DateTime, Notice } from '@sotay/ui'
import { useText } from './texts'

/** Says that another day than today is shown, with the way back. */
export function DayNotice({ day, today }: { day: string | undefined; today: string }) {
  const t = useText()
  if (!day) return null
  return (
    <Notice
      title={
        <>
          {t('day.shown')} <DateTime at={day} />
        </>
      }
    >
      <a href={today}>{t('day.back')}</a>
    </Notice>
  )
}
