import { RemixBrowser } from '@remix-run/react'
import { I18nProvider } from '@sotay/i18n'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { texts } from './shell/texts'
import { ZONE } from './shell/zone'

startTransition(() => {
  hydrateRoot(
    document,
    <I18nProvider i18n={texts[document.documentElement.lang === 'vi' ? 'vi' : 'en']} zone={ZONE}>
      <RemixBrowser />
    </I18nProvider>,
  )
})
