import { useText } from '@sotay/i18n'
import { ButtonLink, PageHeader } from '@sotay/ui'

/** The first page of somebody who is not signed in: whose site this is, and the one thing to do. */
export function Welcome({ app, name, selfRegistration }: { app: string; name: string; selfRegistration: boolean }) {
  const t = useText('shell')
  return (
    <>
      <PageHeader title={app} lead={name} />
      <p>{t('welcome.what')}</p>
      <p className="actions">
        <ButtonLink href="/dang-nhap">{t('signIn')}</ButtonLink>
        {selfRegistration ? (
          <ButtonLink href="/dang-ky" tone="secondary">
            {t('register')}
          </ButtonLink>
        ) : null}
      </p>
      {selfRegistration ? <p>{t('welcome.first')}</p> : <p>{t('welcome.issued')}</p>}
    </>
  )
}
