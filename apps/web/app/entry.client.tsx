import { RemixBrowser } from '@remix-run/react'
import { createI18n, I18nProvider } from '@sotay/i18n'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { vi } from './shell/locale-vi'

const zone = document.documentElement.dataset.zone ?? 'Asia/Ho_Chi_Minh'
const i18n = createI18n({ locale: 'vi', resources: vi })

startTransition(() => {
  hydrateRoot(
    document,
    <I18nProvider i18n={i18n} zone={zone}>
      <RemixBrowser />
    </I18nProvider>,
  )
})

// A visitor without the network is told so by a page of our own; see shell/service-worker.js.
navigator.serviceWorker?.register('/sw.js').catch(() => {})
