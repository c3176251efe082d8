import { Links, Meta, type MetaFunction, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'
import { useLocale } from '@sotay/i18n'
import { appearanceScript } from '@sotay/ui/appearance'
import { useNonce } from '@sotay/ui/nonce'
import type { ReactNode } from 'react'
import { readFrame } from './server/frame.server'
import emblem from './shell/emblem.svg'
import { RootError } from './shell/root-error'
import { Shell } from './shell/shell'
import './styles.css'

export const loader = readFrame

export const meta: MetaFunction = () => [{ title: 'Sổ tay · Operations' }]

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang={useLocale()} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, run before the first paint */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: appearanceScript }} />
        <Meta />
        <Links />
        <link rel="icon" href={emblem} />
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
