import { endVisit, type ListedVisit, listVisits, type OpenedVisit, openVisit } from '@sotay/domain/support'
import { Unauthenticated } from '@sotay/kernel'
import { operator } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { readThresholds } from '../fleet/thresholds'
import { recordOperation } from '../record-operation'

/** What an operator says before they may enter a province. */
export interface VisitRequest {
  reason: string
  ticket: string
  minutes: string | number
  role: string
}

export interface TenantVisits {
  slug: string
  name: string
  visits: ListedVisit[]
  writing: { by: string; until: Date } | null
  /** Administrative roles a visit may look as. */
  roles: { key: string; name: string }[]
  /** Of the province's own site, with the door. */
  door: string
  mostMinutes: number
}

const provinceOf = async (ctx: OperationsContext, slug: string) =>
  ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })

/** A province's visits, as the vendor sees them: who of the province let them write is the province's. @throws NotFound */
export async function listTenantVisits(ctx: OperationsContext, slug: string): Promise<TenantVisits> {
  const province = await provinceOf(ctx, slug)
  const [{ visits, writing }, { visitMinutes }] = await Promise.all([listVisits(province), readThresholds(ctx)])
  const [domain] = ctx.directory.bySlug(slug)?.domains ?? []
  const origin = domain && !ctx.settings.demo ? `https://${domain}` : `http://${slug}.localhost:${ctx.settings.port}`
  return {
    slug,
    name: province.tenant.name,
    visits,
    writing: writing && { by: province.tenant.name, until: writing.until },
    roles: province.config.roles.filter(({ key }) => key !== 'member').map(({ key, name }) => ({ key, name })),
    door: `${origin}/ho-tro/vao`,
    mostMinutes: visitMinutes,
  }
}

/**
 * Opens a support visit for the operator who acts; both sides note it.
 * @throws Unauthenticated for who is no operator of the console · NotFound · Invalid by field
 */
export async function openTenantVisit(ctx: OperationsContext, slug: string, asked: VisitRequest): Promise<OpenedVisit> {
  if (ctx.actor.kind !== 'operator') throw new Unauthenticated()
  const [person] = await ctx.platform.select().from(operator).where(eq(operator.id, ctx.actor.operatorId))
  if (!person) throw new Unauthenticated()
  const { visitMinutes } = await readThresholds(ctx)
  const request = {
    ...asked,
    operatorName: person.name,
    minutes: Number(asked.minutes),
    role: asked.role as 'tenant_admin',
  }
  const opened = await openVisit(await provinceOf(ctx, slug), request, visitMinutes)
  const { reason, ticket, role } = asked
  await recordOperation(ctx, 'visit.opened', slug, { visitId: opened.id, reason, ticket, role, until: opened.endsAt })
  return opened
}

/** Ends a visit from the vendor's side. @throws NotFound */
export async function endTenantVisit(ctx: OperationsContext, slug: string, visitId: string): Promise<void> {
  await endVisit(await provinceOf(ctx, slug), { visitId })
  await recordOperation(ctx, 'visit.ended', slug, { visitId })
}
