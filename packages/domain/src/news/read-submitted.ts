import type { AgendaItem, TenantContext } from '@sotay/kernel'
import { listDesk } from './list-desk'

/** What awaits the board's approval, with the clock that runs out first. */
export async function readSubmitted(ctx: TenantContext): Promise<AgendaItem[]> {
  const submitted = await listDesk(ctx, { status: 'submitted' })
  const [dueAt] = submitted.flatMap((row) => row.dueAt ?? []).sort((one, other) => one.getTime() - other.getTime())
  return [{ href: '/toa-soan?trang-thai=submitted', label: 'news:agenda.submitted', count: submitted.length, dueAt }]
}
