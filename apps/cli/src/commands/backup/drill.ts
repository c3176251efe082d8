import { drillBackup } from '@sotay/operations'
import { operation } from '../../operation'
import { readSlug, slugArgs } from '../../tenant-argument'

export const backupDrill = operation({
  name: 'drill',
  description: 'Khôi phục thử bản mới nhất của một tỉnh bên cạnh, so từng bảng, rồi bỏ',
  args: slugArgs,
  run: ({ ctx, args }) => drillBackup(ctx, readSlug(args)),
  show: ({ slug, outcome, tables, rows, seconds, findings }) => [
    outcome === 'equal'
      ? `${slug}: khớp, ${rows} dòng của ${tables} bảng, ${seconds} giây.`
      : `${slug}: KHÔNG khớp hoặc không khôi phục được.`,
    ...findings.map((finding) => `  ${finding}`),
  ],
  exit: ({ outcome }) => (outcome === 'equal' ? 0 : 1),
})
