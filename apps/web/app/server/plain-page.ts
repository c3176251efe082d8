import { newNonce, secure } from '@sotay/http'
import type { TenantRecord } from '@sotay/tenancy'
import type { Handler } from 'hono'

const WORDS = {
  suspended: 'Hệ thống đang tạm dừng để bảo trì. Dữ liệu của các đồng chí vẫn nguyên vẹn.',
  removing: 'Trang này đã ngừng hoạt động. Cần biết thêm, đồng chí liên hệ cấp ủy của mình.',
  failed: 'Hệ thống đang gián đoạn trong giây lát. Việc vừa làm có thể chưa được lưu. Hãy tải lại trang sau ít phút.',
} as const
const RETRY_SECONDS = { suspended: '3600', removing: '86400', failed: '10' } as const

/** A page from what the catalogue holds, for when the province's own schema may not or cannot be asked. */
export function plainPage({ face }: TenantRecord, why: keyof typeof WORDS): Response {
  const body = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(face.app)}</title><link rel="stylesheet" href="/brand/theme.css"><link rel="stylesheet" href="/brand/plain.css"></head>
<body><main><img src="/brand/emblem.svg" alt="" width="96" height="96"><h1>${escapeHtml(face.app)}</h1><p>${WORDS[why]}</p><p>${escapeHtml(face.contact)}</p></main></body></html>`
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': RETRY_SECONDS[why] })
  secure(headers, { nonce: newNonce(), https: false })
  return new Response(body, { status: 503, headers })
}

/** The look of a plain page; the hashed styles of the site are not known here. */
export const plainStyles: Handler = (c) =>
  c.body(
    `body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.125rem/1.6 system-ui,sans-serif;color:var(--brand-on-header);background:var(--brand-header)}
main{max-width:36rem;padding:2rem;text-align:center}h1{line-height:1.3}`,
    200,
    { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  )

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!)
