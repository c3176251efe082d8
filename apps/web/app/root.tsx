import type { LinksFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  type MetaFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from '@remix-run/react'
import { appearanceAttributes, appearanceScript } from '@sotay/ui/appearance'
import type { ReactNode } from 'react'
import { readFrame } from './server/frame.server'
import { tenantLoader } from './server/tenant-loader'
import { useNonce } from './shell/nonce'
import { RootError } from './shell/root-error'
import { Shell } from './shell/shell'
import './styles.css'

export const loader = tenantLoader(readFrame)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.brand.app }]

export const links: LinksFunction = () => [{ rel: 'manifest', href: '/manifest.webmanifest' }]

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const frame = useRouteLoaderData<typeof loader>('root')
  return (
    <html
      lang="vi"
      data-zone={frame?.zone}
      {...(frame ? appearanceAttributes(frame.appearance) : {})}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, run before the first paint */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: appearanceScript }} />
        <Meta />
        <Links />
        <link rel="stylesheet" href={`/brand/theme.css?v=${frame?.revision ?? 0}`} />
        <meta name="theme-color" content={frame?.brand.themeColor} />
        <link rel="icon" href={frame?.brand.icon ?? '/brand/emblem.svg'} />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}

export const ErrorBoundary = RootError
