import { hashOf, leaveVisit, loadVisitor } from '@sotay/domain/support'
import { newId, type TenantContext, type VisitorActor } from '@sotay/kernel'
import type { Directory } from '@sotay/tenancy'
import { operationEntry } from '@sotay/tenancy/schema'

const COOKIE = '__Host-visit'
const TOKEN = /^[\w-]{43}$/

/** The cookie of a visit: apart from members' sessions, and gone with the visit's end. */
export function visitCookie(token: string, seconds: number): string {
  return `${COOKIE}=${token}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Strict`
}

const tokenIn = (cookies: string | undefined | null): string | undefined => {
  const pair = cookies?.split('; ').find((entry) => entry.startsWith(`${COOKIE}=`))
  const token = pair?.slice(COOKIE.length + 1) ?? ''
  return TOKEN.test(token) ? token : undefined
}

/** Who visits with these cookies; whoever brings none costs no query. */
export async function readVisit(ctx: TenantContext, cookies: string | undefined): Promise<VisitorActor | undefined> {
  const token = tokenIn(cookies)
  return token ? loadVisitor(ctx, hashOf(token)) : undefined
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What changes nothing of the province's. */
const HARMLESS = /^\/(hien-thi|ho-tro\/vao)(\.data)?$/

/**
 * What a visitor's request is answered before the site sees it: signing out ends the visit, and a post without the
 * province's leave is refused, whatever it is for (H26). With leave it is noted in the vendor's trail.
 */
export async function refuseVisitor(
  directory: Directory,
  ctx: TenantContext,
  visitor: VisitorActor,
  request: Request,
): Promise<Response | undefined> {
  if (SAFE.has(request.method)) return undefined
  const { pathname } = new URL(request.url)
  const told = { visitId: visitor.visitId, ticket: visitor.ticket, method: request.method, path: pathname }
  if (/^\/dang-xuat(\.data)?$/.test(pathname)) {
    await leaveVisit(ctx, hashOf(tokenIn(request.headers.get('cookie')) ?? ''))
    await noteVisit(directory, ctx.tenant.slug, 'visit.left', { ...told, operatorId: visitor.operatorId })
    return new Response(null, { status: 303, headers: { Location: '/', 'Set-Cookie': visitCookie('', 0) } })
  }
  if (HARMLESS.test(pathname)) return undefined
  const operation = visitor.mayWrite ? 'visit.acted' : 'visit.refused'
  await noteVisit(directory, ctx.tenant.slug, operation, { ...told, operatorId: visitor.operatorId })
  if (visitor.mayWrite) return undefined
  return new Response(
    '403: lần hỗ trợ này chỉ được xem. Quản trị phần mềm của tỉnh cho phép sửa tại mục Hỗ trợ kỹ thuật.',
    {
      status: 403,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    },
  )
}

/** Nothing leaves with a visitor as a file, with leave or without (H26). */
export function guardedAnswer(visitor: VisitorActor | undefined, response: Response): Response {
  if (!visitor || !response.headers.has('Content-Disposition')) return response
  return new Response('403: người hỗ trợ không tải tệp của tỉnh.', {
    status: 403,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

/** @param details with the `operatorId` who acts */
export async function noteVisit(
  { platform }: Pick<Directory, 'platform'>,
  tenantSlug: string,
  operation: string,
  { operatorId, ...details }: Record<string, unknown>,
): Promise<void> {
  const row = { id: newId(), at: new Date(), actor: String(operatorId), operation, tenantSlug, details }
  await platform.db.insert(operationEntry).values(row)
}
