import { buffer } from 'node:stream/consumers'
import { FileNotFound, type FileStore, fileKey } from '@sotay/files'
import type { TenantFace } from '@sotay/tenancy/schema'
import { brandTheme as deriveTheme } from '@sotay/ui/brand-theme'
import type { Context, Handler } from 'hono'
import type { Arrived } from './arrive-at-tenant'

const FILES = new Set(['emblem.svg', 'ground.svg', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png'])

/** Under a revision's own address a file never changes; without one it is whatever is in force. */
const keeping = (c: Context<Arrived>): string =>
  c.req.query('v') ? 'public, max-age=31536000, immutable' : 'public, no-cache'

interface Kept {
  body: Uint8Array<ArrayBuffer>
  type: string
}
/** Small and few: kept by province, revision and name. */
const kept = new Map<string, Kept>()

/** Where a file of the brand stands: named by content once the province drew its own. */
function placeOf({ files }: TenantFace, name: string): [string, ...string[]] {
  if (!files) return [name]
  if (name === 'emblem.svg') return [files.emblem]
  return name === 'ground.svg' ? [files.ground] : [files.icons, name]
}

/** A province's emblem, ground and icons, from its part of the object store. */
export const brandFile =
  (store: FileStore): Handler<Arrived> =>
  async (c) => {
    const name = c.req.param('file') ?? ''
    if (!FILES.has(name)) return c.text('404', 404)
    const { record } = c.var
    const key = `${record.id}/${record.configRevision}/${name}`
    let file = kept.get(key)
    if (!file) {
      try {
        const { body, contentType } = await store.get(fileKey(record.id, 'brand', ...placeOf(record.face, name)))
        file = { body: new Uint8Array(await buffer(body)), type: contentType }
      } catch (error) {
        if (error instanceof FileNotFound) return c.text('404', 404)
        throw error
      }
      kept.set(key, file)
    }
    // An SVG opened by itself is a document: it may run nothing.
    return new Response(file.body, {
      headers: {
        'Content-Type': file.type,
        'Cache-Control': keeping(c),
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    })
  }

/** The province's colours as a stylesheet, worked out from the catalogue's two. */
export const brandTheme: Handler<Arrived> = (c) => {
  const { primary, accent } = c.var.record.face
  const css = `${deriveTheme({ primary, accent }).css}\n:root{--ground:url("/brand/ground.svg?v=${c.var.record.configRevision}")}`
  return c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': keeping(c) })
}
