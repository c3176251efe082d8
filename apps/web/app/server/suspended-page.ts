import { newNonce, secure } from '@sotay/http'
import type { TenantRecord } from '@sotay/tenancy'

/** The page of a suspended province, from what the catalogue holds: its own schema is not asked. */
export function suspendedPage({ face }: TenantRecord): Response {
  const body = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(face.app)}</title><link rel="stylesheet" href="/brand/theme.css"></head>
<body><main><h1>${escapeHtml(face.app)}</h1><p>Hệ thống đang tạm dừng để bảo trì. Dữ liệu của các đồng chí vẫn nguyên vẹn.</p>
<p>${escapeHtml(face.contact)}</p></main></body></html>`
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '3600' })
  secure(headers, { nonce: newNonce(), https: false })
  return new Response(body, { status: 503, headers })
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!)
