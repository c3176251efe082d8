import { useText } from '@sotay/i18n'
import { Button, Notice } from '@sotay/ui'

/** The letter to a new province's first administrator; each one made ends the one before. */
export function FirstLetter({ slug }: { slug: string }) {
  const t = useText('console')
  return (
    <Notice title={t('onboarding.letterTitle')}>
      <p>{t('onboarding.letterHint')}</p>
      <form method="post" action={`/tinh/${slug}/thu-moi.pdf`}>
        <Button>{t('onboarding.letter')}</Button>
      </form>
    </Notice>
  )
}
