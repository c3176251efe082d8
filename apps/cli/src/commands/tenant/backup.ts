import { backupTenant, findTenant } from '@sotay/operations'
import { megabytes } from '../../megabytes'
import { operation } from '../../operation'
import { readSlug, slugArgs } from '../../tenant-argument'

export const tenantBackup = operation({
  name: 'backup',
  description: 'Sao lưu một tỉnh trong khi tỉnh vẫn làm việc',
  args: slugArgs,
  dryRun: true,
  async run({ ctx, args }) {
    const slug = readSlug(args)
    const { name } = await findTenant(ctx, slug)
    return { slug, name, backup: args.dryRun ? null : await backupTenant(ctx, slug) }
  },
  show: ({ name, backup }) =>
    backup
      ? [
          `Đã sao lưu ${name}: ${backup.rows} dòng của ${backup.tables.length} bảng, ${megabytes(backup.bytes)}, ${backup.seconds.toFixed(1)} giây.`,
          `Mã bản sao lưu: ${backup.id} (đã đọc lại và đúng).`,
        ]
      : [`Sẽ sao lưu ${name}.`],
})
