import type { TenantContext } from '@sotay/kernel'
import { grantingOf } from './granting'

/** The roles the actor hands out somewhere, with the names the configuration gives them, for a list to choose from. */
export function grantableRoles(ctx: TenantContext): { key: string; name: string }[] {
  const { manage } = grantingOf(ctx)
  const offices: readonly string[] = ctx.config.accounts.approvedBy?.alsoGrants ?? []
  const everything = manage.paths.length > 0
  return ctx.config.roles
    .filter(({ key }) => key !== 'member' && (everything || offices.includes(key)))
    .map(({ key, name }) => ({ key, name }))
}
