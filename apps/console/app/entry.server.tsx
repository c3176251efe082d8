import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { I18nProvider } from '@sotay/i18n'
import { renderPage } from '@sotay/ui/render-page'
import './server/load-context'
import { texts } from './shell/texts'
import { ZONE } from './shell/zone'

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, locale }: AppLoadContext,
): Promise<Response> {
  const page = (
    <I18nProvider i18n={texts[locale]} zone={ZONE}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </I18nProvider>
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(new Uint8Array(await renderPage(page, nonce)), { status, headers })
}
