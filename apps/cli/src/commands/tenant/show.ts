import { showTenant } from '@sotay/operations'
import { operation } from '../../operation'
import { table } from '../../table'
import { readSlug, slugArgs } from '../../tenant-argument'

export const tenantShow = operation({
  name: 'show',
  description: 'Chi tiết một tỉnh',
  args: slugArgs,
  run: ({ ctx, args }) => showTenant(ctx, readSlug(args)),
  show: (tenant) => [
    `${tenant.name} (${tenant.slug}): ${tenant.status}${tenant.statusReason ? `, ${tenant.statusReason}` : ''}`,
    `Tên miền: ${tenant.domains.join(', ')}`,
    `Dữ liệu: ${tenant.schema} tại ${tenant.placement}, bảng ${tenant.migration}`,
    `${tenant.members} đảng viên, ${tenant.units} đơn vị; cấp: ${tenant.levels.join(' → ')}`,
    `Phân hệ: ${tenant.modules.join(', ')}`,
    'Căn cứ:',
    ...tenant.regulations.map(({ title, effectiveFrom }) => `  ${effectiveFrom}  ${title}`),
    'Cấu hình đã ban hành:',
    ...table([
      ['  BẢN', 'LÚC', 'BỞI', 'LÝ DO'],
      ...tenant.revisions.map((entry) => [
        `  ${entry.revision}`,
        entry.publishedAt.toISOString(),
        entry.publishedBy,
        entry.reason,
      ]),
    ]),
  ],
})
