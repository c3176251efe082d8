import { Invalid, isId, NotFound, newId } from '@sotay/kernel'
import { maintenanceBanner, tenant } from '@sotay/tenancy/schema'
import { asc, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { fieldsOf } from '../operators/fields-of'
import { actorName, recordOperation } from '../record-operation'

const moment = z.coerce.date({ error: 'operations.moment-needed' })
const bannerInput = z.object({
  /** Slug of the only province that shows it; every province's when absent. */
  tenant: z.string().optional(),
  text: z.string().trim().min(5, 'operations.banner-text').max(300, 'operations.banner-text'),
  /** Now when absent. */
  from: moment.optional(),
  until: moment,
})
export type SetBanner = z.input<typeof bannerInput>

export interface Banner {
  id: string
  /** Slug; every province's when null. */
  tenant: string | null
  text: string
  from: Date
  until: Date
}

/**
 * Puts words on every page of a province, or of all, over a time. Processes hear of it at once.
 * @throws Invalid by field · NotFound for an unknown province
 */
export async function setBanner(ctx: OperationsContext, input: SetBanner): Promise<Banner> {
  const parsed = bannerInput.safeParse(input)
  if (!parsed.success) throw new Invalid(fieldsOf(parsed.error))
  const { tenant: slug, text, from = ctx.clock.now(), until } = parsed.data
  if (until <= from || until <= ctx.clock.now()) throw new Invalid({ until: ['operations.banner-past'] })
  const tenantId = slug ? (await findTenant(ctx, slug)).id : null
  const row = { id: newId(), tenantId, text, startsAt: from, endsAt: until, madeBy: actorName(ctx.actor) }
  await ctx.platform.insert(maintenanceBanner).values(row)
  await recordOperation(ctx, 'banner.set', slug ?? null, { bannerId: row.id, reason: text, from, until })
  await ctx.directory.refresh()
  return { id: row.id, tenant: slug ?? null, text, from, until }
}

/** Banners under way or ahead. */
export async function listBanners(ctx: OperationsContext): Promise<Banner[]> {
  const { id, text, startsAt: from, endsAt: until } = maintenanceBanner
  return ctx.platform
    .select({ id, text, from, until, tenant: tenant.slug })
    .from(maintenanceBanner)
    .leftJoin(tenant, eq(tenant.id, maintenanceBanner.tenantId))
    .where(gt(until, ctx.clock.now()))
    .orderBy(asc(from))
}

/** Takes a banner down at once. @throws NotFound */
export async function clearBanner(ctx: OperationsContext, id: string): Promise<void> {
  const [gone] = isId(id)
    ? await ctx.platform.delete(maintenanceBanner).where(eq(maintenanceBanner.id, id)).returning()
    : []
  if (!gone) throw new NotFound('operations.unknown-banner', { id })
  const slug = gone.tenantId ? (ctx.directory.byId(gone.tenantId)?.slug ?? null) : null
  await recordOperation(ctx, 'banner.cleared', slug, { bannerId: id })
  await ctx.directory.refresh()
}
