import type { FormReply } from '@sotay/ui'
import { Button, ButtonLink, CodeInput, posted } from '@sotay/ui'
import { useText } from './texts'

export interface TotpOfferProps {
  secret: string
  uri: string
  reply: FormReply | undefined
}

/** How an authenticator app is set up: install, add the key, prove it with a code. */
export function TotpOffer({ secret, uri, reply }: TotpOfferProps) {
  const t = useText()
  return (
    <div className="stack">
      <h2>{t('setup.steps')}</h2>
      <ol className="stack">
        <li>{t('setup.one')}</li>
        <li>
          {t('setup.two')}
          <p>
            <ButtonLink href={uri}>{t('setup.open')}</ButtonLink>
          </p>
          <p>
            {t('setup.key')}: <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
        </li>
        <li>{t('setup.three')}</li>
      </ol>
      <form method="post" noValidate>
        <CodeInput {...posted(reply, 'code')} label={t('factor.code')} required />
        <Button>{t('setup.do')}</Button>
      </form>
    </div>
  )
}
