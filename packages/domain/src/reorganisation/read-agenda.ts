import { type AgendaItem, dayIn, type TenantContext } from '@sotay/kernel'
import { countDueChanges } from './list-changes'

const WEEK_MS = 7 * 86_400_000

/** Changes of the tree that take effect within a week, or were to by now. */
export async function readAgenda(ctx: TenantContext): Promise<AgendaItem[]> {
  const by = dayIn(ctx.config.timezone, new Date(ctx.clock.now().getTime() + WEEK_MS))
  const count = await countDueChanges(ctx, by)
  return [{ href: '/to-chuc/thay-doi?trang-thai=planned', label: 'reorganisation:agenda.due', count }]
}
