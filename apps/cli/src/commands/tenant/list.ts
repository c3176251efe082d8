import { listTenants } from '@sotay/operations'
import { operation } from '../../operation'
import { table } from '../../table'

export const tenantList = operation({
  name: 'list',
  description: 'Danh sách các tỉnh',
  run: ({ ctx }) => listTenants(ctx),
  show: (tenants) =>
    table([
      ['MÃ', 'TÊN', 'TRẠNG THÁI', 'ĐẢNG VIÊN', 'ĐƠN VỊ', 'DÙNG HÔM NAY', 'CHỜ', 'LỖI', 'CẤU HÌNH', 'BẢNG', 'TÊN MIỀN'],
      ...tenants.map((line) => [
        line.slug,
        line.name,
        line.status,
        line.members,
        line.units,
        line.activeToday,
        line.queue,
        line.failures + (line.failedJobs ?? 0),
        line.configRevision,
        line.migration,
        line.domains.join(' '),
      ]),
    ]),
})
