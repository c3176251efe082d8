import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { ErrorPage } from '@sotay/ui'
import { Shell } from './shell'

/** Every error page of the console: not found, a refusal with its sentence, or a fault of ours. */
export function RootError() {
  const error = useRouteError()
  const t = useText('console')
  const status = isRouteErrorResponse(error) ? error.status : 500
  const said = isRouteErrorResponse(error) ? (error.data as { message?: string } | undefined)?.message : undefined
  const known = status === 404 ? 'not-found' : 'unexpected'
  return (
    <Shell>
      <ErrorPage code={status} title={t(`titles.${known}`)}>
        <p>{said ?? t(`errors.${known}`)}</p>
      </ErrorPage>
    </Shell>
  )
}
