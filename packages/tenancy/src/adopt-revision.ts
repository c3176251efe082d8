import type { PlatformDb } from '@sotay/db'
import { brandFiles, type TenantConfiguration } from '@sotay/tenant-config'
import { and, eq, lt } from 'drizzle-orm'
import { type TenantFace, tenant } from './schema'

/** What a page needs before the province's own schema can be asked. */
export const faceOf = ({ brand, texts }: TenantConfiguration): TenantFace => ({
  app: brand.app,
  shortName: brand.shortName,
  ...brand.colours,
  contact: texts.contact ?? '',
  files: brandFiles(brand),
})

export interface Adopted {
  tenantId: string
  revision: number
  configuration: TenantConfiguration
}

/** Points the catalogue at a revision that its province published; an older one never takes the place of a newer. */
export async function adoptRevision(
  platform: PlatformDb,
  { tenantId, revision, configuration }: Adopted,
): Promise<void> {
  await platform
    .update(tenant)
    .set({ configRevision: revision, name: configuration.name, face: faceOf(configuration) })
    .where(and(eq(tenant.id, tenantId), lt(tenant.configRevision, revision)))
}
