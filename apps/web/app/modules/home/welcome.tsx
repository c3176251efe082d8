import { useText } from '@sotay/i18n'
import { ButtonLink, Hero } from '@sotay/ui'

export interface WelcomeProps {
  app: string
  name: string
  emblem: string
  selfRegistration: boolean
}

/** The first page of somebody who is not signed in: whose site this is, and the one thing to do. */
export function Welcome({ app, name, emblem, selfRegistration }: WelcomeProps) {
  const t = useText('shell')
  return (
    <div className="stack">
      <Hero emblem={emblem} title={app} lead={name} />
      <p>{t('welcome.what')}</p>
      <p className="actions">
        <ButtonLink href="/dang-nhap" tone="primary">
          {t('signIn')}
        </ButtonLink>
        {selfRegistration ? <ButtonLink href="/dang-ky">{t('register')}</ButtonLink> : null}
      </p>
      <p>{t(selfRegistration ? 'welcome.first' : 'welcome.issued')}</p>
    </div>
  )
}
