import { NotFound, type TenantContext } from '@sotay/kernel'
import type { Transfers } from '@sotay/tenant-config'

/** The province's rules of transfers. @throws NotFound where it has none */
export function rulesOf({ config }: Pick<TenantContext, 'config'>): Transfers {
  if (!config.transfers) throw new NotFound()
  return config.transfers
}

/** Until when the present step is to be answered. */
export const dueAt = (ctx: Pick<TenantContext, 'config'>, statusAt: Date): Date =>
  new Date(statusAt.getTime() + rulesOf(ctx).answerDays * 86_400_000)
