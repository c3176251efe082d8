import { type TenantContext, todayOf } from '@sotay/kernel'
import { inForce, type Newsroom } from '@sotay/tenant-config'

/** The editorial boards that the province has today. */
export function boardsInForce(ctx: TenantContext): Newsroom['boards'][number][] {
  const today = todayOf(ctx)
  return (ctx.config.newsroom?.boards ?? []).filter((board) => inForce(board, today))
}
