import { useText } from '@sotay/i18n'
import { DateTime, Notice } from '@sotay/ui'

/** Says that another day than today is shown, with the way back. */
export function DayNotice({ day, today }: { day: string | undefined; today: string }) {
  const t = useText('organisation')
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
