import { Invalid, type TenantContext, todayOf } from '@sotay/kernel'
import { inForce } from '@sotay/tenant-config'

export interface Column {
  key: string
  name: string
}

/** The columns that the province has today. */
export function columnsInForce(ctx: TenantContext): Column[] {
  const today = todayOf(ctx)
  const columns = ctx.config.newsroom?.columns ?? []
  return columns.filter((column) => inForce(column, today)).map(({ key, name }) => ({ key, name }))
}

/** A column's name, also of one that is no longer in force. */
export const columnName = (ctx: TenantContext, key: string): string =>
  ctx.config.newsroom?.columns.find((column) => column.key === key)?.name ?? key

/** @throws Invalid when the province has no such column today */
export function assertColumn(ctx: TenantContext, key: string): void {
  if (!columnsInForce(ctx).some((column) => column.key === key)) throw new Invalid({ column: ['news.unknown-column'] })
}
