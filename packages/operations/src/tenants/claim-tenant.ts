import type { PlatformDb } from '@sotay/db'
import { isUniqueViolation } from '@sotay/db'
import { Conflict } from '@sotay/kernel'
import { faceOf } from '@sotay/tenancy'
import { tenant, tenantDomain } from '@sotay/tenancy/schema'
import type { TenantConfiguration } from '@sotay/tenant-config'
import { and, eq, inArray } from 'drizzle-orm'
import type { OperationsContext } from '../context'

/**
 * Takes a slug and its domains in the catalogue, for a province about to be made.
 * @returns the name of the schema and login it will have
 * @throws Conflict when the slug or one of the domains is taken
 */
export async function claimTenant(ctx: OperationsContext, id: string, configuration: TenantConfiguration) {
  const { slug, name, domains } = configuration
  const schema = `t_${slug.replaceAll('-', '_')}`
  try {
    await ctx.platform.transaction(async (tx) => {
      // What a killed creation left behind is ours to take over.
      await tx.delete(tenant).where(and(eq(tenant.slug, slug), eq(tenant.status, 'provisioning')))
      await tx.insert(tenant).values({
        id,
        slug,
        name,
        schema,
        status: 'provisioning',
        placement: null,
        face: faceOf(configuration),
        configRevision: 0,
        createdAt: ctx.clock.now(),
      })
      await claimDomains(tx as unknown as PlatformDb, id, domains)
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('operations.slug-taken', { slug })
    throw error
  }
  return schema
}

/**
 * Makes a province's domains exactly these.
 * @throws Conflict naming the domain and the province that has it
 */
export async function claimDomains(tx: PlatformDb, id: string, domains: readonly string[]): Promise<void> {
  const reserved = domains.find((domain) => domain === 'localhost' || domain.endsWith('.localhost'))
  if (reserved) throw new Conflict('operations.domain-reserved', { domain: reserved })
  await tx.delete(tenantDomain).where(eq(tenantDomain.tenantId, id))
  if (domains.length === 0) return
  const [taken] = await tx
    .select({ domain: tenantDomain.domain, slug: tenant.slug })
    .from(tenantDomain)
    .innerJoin(tenant, eq(tenant.id, tenantDomain.tenantId))
    .where(inArray(tenantDomain.domain, [...domains]))
  if (taken) throw new Conflict('operations.domain-taken', taken)
  try {
    await tx.insert(tenantDomain).values(domains.map((domain, position) => ({ domain, tenantId: id, position })))
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Conflict('operations.domain-taken', { domain: domains.join(', '), slug: '?' })
    throw error
  }
}
