import type { Handler } from 'hono'
import worker from '../shell/service-worker.js?raw'
import type { Arrived } from './arrive-at-tenant'

/** The web manifest, so that a province's site installs as its own app. */
export const webManifest: Handler<Arrived> = (c) => {
  const { face, configRevision } = c.var.record
  const icon = (name: string, size: number, purpose?: string) => ({
    src: `/brand/${name}?v=${configRevision}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    ...(purpose ? { purpose } : {}),
  })
  return c.json(
    {
      id: '/',
      name: face.app,
      short_name: face.shortName,
      lang: 'vi',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: face.primary,
      icons: [icon('icon-192.png', 192), icon('icon-512.png', 512), icon('icon-maskable-512.png', 512, 'maskable')],
    },
    200,
    { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=3600' },
  )
}

/** The service worker: the same code for all, named after the revision so that a new brand is taken up. */
export const serviceWorker: Handler<Arrived> = (c) =>
  c.body(worker.replace('__REVISION__', String(c.var.record.configRevision)), 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    // A worker lives under the policy of its own answer; it fetches what it keeps.
    'Content-Security-Policy': "default-src 'self'",
  })
