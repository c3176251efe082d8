import { permissionsOf } from '@sotay/domain/authority'
import { may, type TenantContext } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { texts } from '../../shell/texts.server'

/** Names of the province's roles by key. */
export const roleNames = ({ config }: TenantContext): Record<string, string> =>
  Object.fromEntries(config.roles.map(({ key, name }) => [key, name]))

export const manages = (ctx: TenantContext): boolean => may(ctx, 'authority.manage')

/** What a role lets its holder do, in words, without repeating what two permissions both say. */
export function duties(ctx: TenantContext, role: RoleKey): string[] {
  const keys = permissionsOf(ctx, role).map((permission) => `authority:permissions.${permission}`)
  return [...new Set(keys.filter((key) => texts.exists(key)).map((key) => texts.t(key)))]
}

/** A text of the address, cut to what a search may hold. */
export const asked = (url: URL, name: string): string => (url.searchParams.get(name) ?? '').trim().slice(0, 80)
