import { applyTenant, diffTenant, publishBrand, readDrawings } from '@sotay/operations'
import { describeChange } from '../../describe-change'
import { operation } from '../../operation'
import { fileArgs, readFolder } from '../../tenant-argument'

export const tenantApply = operation({
  name: 'apply',
  description: 'Ban hành cấu hình trong tệp, nếu khác cấu hình đang dùng',
  args: { ...fileArgs, reason: { type: 'string', description: 'Lý do ghi trong lịch sử', valueHint: 'LÝ DO' } },
  dryRun: true,
  async run({ ctx, args }) {
    const folder = await readFolder(args)
    await readDrawings(folder)
    const { slug } = folder.configuration
    if (args.dryRun) {
      const changes = await diffTenant(ctx, folder.configuration)
      return { slug, changed: changes.length > 0, changes, applied: false, revision: null, agenciesAdded: [] }
    }
    const result = await applyTenant(ctx, folder.configuration, args.reason)
    await publishBrand(ctx, folder)
    return { slug, applied: true, ...result }
  },
  show: ({ slug, changed, changes, applied, revision }) => [
    ...changes.map(describeChange),
    !changed
      ? `${slug}: không có gì khác.`
      : applied
        ? `${slug}: đã ban hành bản ${revision}.`
        : `${slug}: chưa ban hành.`,
  ],
})
