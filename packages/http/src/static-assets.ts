import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Handler } from 'hono'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

interface Asset {
  body: Uint8Array
  encoded: Record<string, Uint8Array>
  type: string
}

/**
 * Serves a build's hashed files from memory, in the compressed forms the build made. Names outside the folder do not
 * exist: nothing is looked up on disk by a request.
 * @param prefix path of the folder in addresses, `/assets/`
 */
export function staticAssets(folder: string, prefix: string): Handler {
  const assets = load(folder, prefix)
  return (c) => {
    const asset = assets.get(c.req.path)
    if (!asset) return c.text('404', 404)
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = ['br', 'gzip'].find((name) => accepted.includes(name) && asset.encoded[name])
    return new Response((encoding ? asset.encoded[encoding]! : asset.body) as Uint8Array<ArrayBuffer>, {
      headers: {
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Accept-Encoding',
        ...(encoding ? { 'Content-Encoding': encoding } : {}),
      },
    })
  }
}

function load(folder: string, prefix: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)]
    if (!type || !statSync(join(folder, name)).isFile()) continue
    const encoded: Record<string, Uint8Array> = {}
    for (const [encoding, suffix] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      try {
        encoded[encoding] = readFileSync(join(folder, name + suffix))
      } catch {
        // The build leaves out forms that would not be smaller.
      }
    }
    assets.set(prefix + name.replaceAll('\\', '/'), { body: readFileSync(join(folder, name)), encoded, type })
  }
  return assets
}
