import { authorize, may, NotFound, type TenantContext } from '@sotay/kernel'
import { isSectionKey, type SectionKey, sectionKeys } from '@sotay/tenant-config'

const parts: Partial<Record<SectionKey, string>> = {
  organisation: 'settings.organisation',
  roster: 'settings.organisation',
  transfers: 'settings.organisation',
  newsroom: 'settings.newsroom',
}

/** The permission to change a section. */
export const permissionOf = (section: SectionKey): string => parts[section] ?? 'settings.manage'

/** @throws NotFound for a section that is none, or that the actor may not change */
export function authorizeSection(ctx: TenantContext, section: string): SectionKey {
  authorize(ctx, 'settings.read')
  if (!isSectionKey(section)) throw new NotFound()
  authorize(ctx, permissionOf(section))
  return section
}

/** The sections that the actor may change, in the order of the file. */
export const ownSections = (ctx: TenantContext): SectionKey[] =>
  sectionKeys.filter((section) => may(ctx, permissionOf(section)))
