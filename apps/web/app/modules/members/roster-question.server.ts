import { hasAccount, holdsRole } from '@sotay/domain/accounts'
import type { RosterFilter } from '@sotay/domain/members/inputs'
import type { TenantContext } from '@sotay/kernel'
import type { RosterAddress } from './roster-address'

/** What an address asks of the roster: the filter, and the conditions that accounts know the meaning of. */
export function questionOf(ctx: TenantContext, address: RosterAddress) {
  const { order, account, role, unitSearch: _, ...filter } = address
  const held = ctx.config.roles.find(({ key }) => key === role)?.key
  const also = [...(held ? [holdsRole(ctx, held)] : []), ...(account ? [hasAccount(account)] : [])]
  return { filter: filter satisfies RosterFilter, order, also }
}

/** Roles to filter by, in the province's own words. */
export const roleChoices = ({ config }: TenantContext) =>
  config.roles.filter(({ key }) => key !== 'member').map(({ key, name }) => ({ value: key as string, label: name }))
