import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { faultOf, openLog } from '@sotay/http'
import { I18nProvider } from '@sotay/i18n'
import { renderPage } from '@sotay/ui/render-page'
import './server/load-context'
import { texts } from './shell/texts.server'

const log = openLog('web')

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
  { nonce, ctx }: AppLoadContext,
): Promise<Response> {
  const page = (
    <I18nProvider i18n={texts} zone={ctx.config.timezone}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </I18nProvider>
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const shown = shownStatus(remix) ?? status
  return new Response(new Uint8Array(await renderPage(page, nonce)), { status: shown, headers })
}

/** The status of the error page that is shown, if one is: Remix would keep the status of a form refused before it. */
function shownStatus({ staticHandlerContext: { errors } }: EntryContext): number | undefined {
  const [error] = Object.values(errors ?? {})
  if (error === undefined) return undefined
  return isRouteErrorResponse(error) ? error.status : 500
}
