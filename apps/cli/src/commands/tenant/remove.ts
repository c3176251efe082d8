import { findTenant, finishRemoval, keepTenant, removeTenant } from '@sotay/operations'
import { askConsent, askText } from '../../ask'
import { operation } from '../../operation'
import { readSlug, slugArgs } from '../../tenant-argument'

export const tenantRemove = operation({
  name: 'remove',
  description: 'Gỡ bỏ một tỉnh: sao lưu, lập chứng cứ, đóng trang; hết thời gian gọi lại thì xóa',
  args: {
    ...slugArgs,
    reason: { type: 'string', description: 'Lý do', valueHint: 'LÝ DO' },
    now: { type: 'boolean', description: 'Xóa ngay, không chờ hết thời gian gọi lại', default: false },
    undo: { type: 'boolean', description: 'Gọi lại tỉnh đang gỡ bỏ', default: false },
  },
  dryRun: true,
  async run({ ctx, args }) {
    const slug = readSlug(args)
    const { name, status } = await findTenant(ctx, slug)
    const nothing = { slug, name, begun: null, removed: null, kept: false }
    if (args.dryRun) return nothing
    if (args.undo) {
      await keepTenant(ctx, slug)
      return { ...nothing, kept: true }
    }
    const reason = status === 'removing' ? '' : (args.reason ?? (await askText('Lý do gỡ bỏ', 'reason')))
    await askConsent(`Gỡ bỏ ${name}${args.now ? ' NGAY, không gọi lại được' : ''}?`, args.yes)
    const begun = status === 'removing' ? null : await removeTenant(ctx, slug, reason)
    const removed = args.now || status === 'removing' ? await finishRemoval(ctx, slug, { early: args.now }) : null
    return { ...nothing, begun, removed }
  },
  show: ({ slug, name, begun, removed, kept }) => {
    if (kept) return [`Đã gọi lại ${name}; trang mở như trước.`]
    const lines = begun
      ? [
          `Đã sao lưu (${begun.backupId}) và lập chứng cứ (${begun.proof}).`,
          `Trang của ${name} đã đóng; gọi lại được đến ${begun.removeAt.toISOString().slice(0, 10)}: sotay tenant remove ${slug} --undo`,
        ]
      : []
    if (!removed) return lines.length > 0 ? lines : [`Sẽ gỡ bỏ ${name}.`]
    const backups = removed.backups === 'keep' ? 'các bản sao lưu được giữ' : 'các bản sao lưu đã hủy'
    return [...lines, `Đã gỡ hẳn ${name}: ${removed.files} tệp, bảng, tài khoản, việc chờ, tên miền; ${backups}.`]
  },
})
