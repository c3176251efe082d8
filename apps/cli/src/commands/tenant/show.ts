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
    `Dùng hôm nay: ${told(tenant.activeToday)}; việc chờ: ${told(tenant.queue)}; việc hỏng trong giờ qua: ${told(tenant.failedJobs)}`,
    `Trang lỗi trong giờ qua: ${tenant.failures} / ${tenant.answers}; truy vấn chậm: ${told(tenant.slowQueries)}`,
    `Dung lượng: dữ liệu ${megabytes(tenant.databaseBytes)}, tệp ${megabytes(tenant.fileBytes)}`,
    `Sao lưu gần nhất: ${tenant.lastBackup?.toISOString() ?? 'chưa có'}`,
    `Phân hệ: ${tenant.modules.join(', ')}`,
    'Căn cứ:',
    ...tenant.regulations.map(({ title, effectiveFrom }) => `  ${effectiveFrom}  ${title}`),
    'Cấu hình đã ban hành:',
    ...table([
      ['  BẢN', 'LÚC', 'BỞI', 'LÝ DO'],
      ...tenant.revisions.map((entry) => [
        `  ${entry.revision}`,
        entry.publishedAt.toISOString(),
        entry.publishedBy ?? 'tỉnh',
        entry.reason,
      ]),
    ]),
  ],
})

const told = (value: number | null) => value ?? 'không đo được'
const megabytes = (bytes: number | null) =>
  bytes === null ? 'không đo được' : `${(bytes / 1024 / 1024).toFixed(1)} MB`
