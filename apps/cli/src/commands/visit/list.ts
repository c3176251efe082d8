import { listTenantVisits } from '@sotay/operations'
import { operation } from '../../operation'
import { table } from '../../table'
import { readSlug, slugArgs } from '../../tenant-argument'

export const visitList = operation({
  name: 'list',
  description: 'Các lần hỗ trợ tại một tỉnh, mới nhất trước',
  args: slugArgs,
  run: async ({ ctx, args }) => (await listTenantVisits(ctx, readSlug(args))).visits,
  show: (visits) =>
    table([
      ['MÃ', 'NGƯỜI', 'PHIẾU', 'VAI TRÒ', 'MỞ LÚC', 'ĐẾN', 'TÌNH TRẠNG', 'LÝ DO'],
      ...visits.map((line) => [
        line.id,
        line.operatorName,
        line.ticket,
        line.role,
        line.openedAt.toISOString(),
        (line.endedAt ?? line.endsAt).toISOString(),
        line.state,
        line.reason,
      ]),
    ]),
})
