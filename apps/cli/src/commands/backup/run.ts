import { runUpkeep } from '@sotay/operations'
import { operation } from '../../operation'

export const backupRun = operation({
  name: 'run',
  description: 'Làm một lượt: bản được yêu cầu, bản đến hạn, diễn tập, hủy bản hết hạn',
  run: ({ ctx }) => runUpkeep(ctx),
  show: ({ taken, drilled, failures }) => [
    `Đã sao lưu: ${taken.join(', ') || 'không có'}; diễn tập: ${drilled.join(', ') || 'không có'}.`,
    ...failures.map(({ slug, failure }) => `${slug}: LỖI: ${failure}`),
  ],
  exit: ({ failures }) => (failures.length > 0 ? 1 : 0),
})
