import { useText } from '@sotay/i18n'
import { ButtonLink } from '@sotay/ui'

/** How an authenticator app is given its key. */
export function FactorSteps({ secret, uri }: { secret: string; uri: string }) {
  const t = useText('console')
  return (
    <ol className="stack">
      <li>{t('factor.install')}</li>
      <li>
        {t('factor.add')}
        <p>
          <ButtonLink href={uri}>{t('factor.open')}</ButtonLink>
        </p>
        <p>
          {t('factor.key')} <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </li>
      <li>{t('factor.prove')}</li>
    </ol>
  )
}
