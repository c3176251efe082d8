import { accountStates } from '@sotay/domain/accounts'
import { listMembers, listViews } from '@sotay/domain/members'
import { unitChoices } from '@sotay/domain/organisation'
import { authorize, may, type Scope, type TenantContext } from '@sotay/kernel'
import { addressOf, ROSTER, readAddress } from './roster-address'
import { questionOf, roleChoices } from './roster-question.server'

/** What the list asks the domain, by the parameters of its address. */
export async function readRosterPage(ctx: TenantContext, parameters: URLSearchParams) {
  const address = readAddress(parameters)
  const { filter, order, also } = questionOf(ctx, address)
  const after = parameters.get('sau') ?? undefined
  const { members, next, total, unit } = await listMembers(ctx, { ...filter, order, after }, also)
  const search = address.unitSearch
  const scope = authorize(ctx, 'members.read')
  const ids = members.map(({ id }) => id)
  const [accounts, views, units] = await Promise.all([
    accountStates(ctx, ids),
    listViews(ctx, ROSTER),
    search ? unitChoices(ctx, { search, scope }) : [],
  ])
  return {
    members: members.map((row) => ({ ...row, account: accounts.get(row.id) ?? ('none' as const) })),
    further: next && addressOf(ROSTER, address, { sau: next }),
    first: after ? addressOf(ROSTER, address) : undefined,
    total,
    unit,
    units: units.map(({ id, name, above }) => ({ id, name, above })),
    views,
    address,
    roles: roleChoices(ctx),
    manages: may(ctx, 'members.manage'),
    oneCell: isOneCell(ctx, scope),
  }
}

/** Whether all the reader may see is their own cell, whose name then says nothing on each line. */
const isOneCell = ({ actor }: TenantContext, { paths }: Scope): boolean =>
  actor.kind === 'member' && paths.length === 1 && paths[0] === actor.path
