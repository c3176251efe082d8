import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { brandAddress } from '../../server/frame.server'
import { tenantLoader } from '../../server/tenant-loader'
import { MemberHome } from './member-home'
import { readMemberHome } from './member-home.server'
import { Welcome } from './welcome'

export const loader = tenantLoader(async (ctx) => ({
  app: ctx.config.brand.app,
  name: ctx.config.name,
  emblem: brandAddress(ctx, 'emblem.svg'),
  selfRegistration: ctx.config.accounts.registration === 'self',
  home: ctx.actor.kind === 'member' ? await readMemberHome(ctx) : null,
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.app }]

export default function HomePage() {
  const { home, ...site } = useLoaderData<typeof loader>()
  return home ? <MemberHome {...home} /> : <Welcome {...site} />
}
