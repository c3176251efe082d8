import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { tenantLoader } from '../../server/tenant-loader'

export const loader = tenantLoader(async (ctx) => ({
  signedIn: ctx.actor.kind === 'member',
  app: ctx.config.brand.app,
}))

export default function HomePage() {
  const { app } = useLoaderData<typeof loader>()
  const t = useText('shell')
  return <h1>{app ?? t('home')}</h1>
}
