import { type AgendaItem, may, type TenantContext } from '@sotay/kernel'
import { capReachedToday } from './cap-alert'
import { countAwaitingAccounts } from './list-awaiting-accounts'

/** Registrations to decide on, and for who manages accounts the day's codes being used up; no query for the others. */
export async function readAgenda(ctx: TenantContext): Promise<AgendaItem[]> {
  const items: AgendaItem[] = []
  const waiting = await countAwaitingAccounts(ctx)
  if (waiting > 0) items.push({ href: '/quan-tri/tai-khoan', label: 'accounts:agenda.approvals', count: waiting })
  if (may(ctx, 'accounts.manage') && (await capReachedToday(ctx))) {
    items.push({ href: '/quan-tri/tai-khoan/danh-sach', label: 'accounts:agenda.codeCap', count: 1 })
  }
  return items
}
