import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { faultOf, openLog } from '@sotay/http'
import { I18nProvider } from '@sotay/i18n'
import { renderPage } from '@sotay/ui/render-page'
import './server/load-context'
import { texts } from './shell/texts'
import { ZONE } from './shell/zone'

const log = openLog('console')

/** Faults of ours go to the log; a request for what does not exist is no fault. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (isRouteErrorResponse(error) || request.signal.aborted) return
  log.error({ fault: faultOf(error), path: new URL(request.url).pathname }, 'page failed')
}

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
