import type { OwnDossier } from '@sotay/domain/dossiers'
import { Button, Notice } from '@sotay/ui'
import { useText } from './texts'

type OwnRequest = NonNullable<OwnDossier['request']>

/** Where the member's own request stands, and what can be done with it. */
export function OwnRequestCard({ request: { status, keys, reason } }: { request: OwnRequest }) {
  const t = useText()
  const awaiting = status === 'awaiting'
  const more = status === 'returned' ? reason : t(awaiting ? 'request.awaitingMore' : 'request.draftMore')
  return (
    <Notice tone={status === 'returned' ? 'warning' : 'info'} title={t(`request.${status}`, { count: keys.length })}>
      <p>{more}</p>
      <p>{keys.map((key) => t(`fields.${key}`)).join(' · ')}</p>
      <form method="post" className="actions">
        {awaiting ? null : (
          <Button name="act" value="send">
            {t(status === 'returned' ? 'request.resend' : 'request.send')}
          </Button>
        )}
        <Button tone="secondary" name="act" value="withdraw">
          {t('request.withdraw')}
        </Button>
      </form>
    </Notice>
  )
}
