import { useText } from '@sotay/i18n'
import type { OperatorLink } from '@sotay/operations/operators'
import { DateTime, Notice } from '@sotay/ui'

export interface ShownLink extends Pick<OperatorLink, 'expiresAt'> {
  address: string
}

/** The address of a link, shown once: the database has only its hash. */
export function LinkShown({ link }: { link: ShownLink }) {
  const t = useText('console')
  return (
    <Notice tone="success" title={t('link.made')}>
      <p>{t('link.hand')}</p>
      <p>
        <code className="break-all">{link.address}</code>
      </p>
      <p>
        {t('link.until')} <DateTime at={link.expiresAt} show="day-time" />
      </p>
    </Notice>
  )
}
