import { findTenant, suspendTenant } from '@sotay/operations'
import { askConsent, askText } from '../../ask'
import { operation } from '../../operation'
import { readSlug, slugArgs } from '../../tenant-argument'

export const tenantSuspend = operation({
  name: 'suspend',
  description: 'Tạm dừng trang của một tỉnh; dữ liệu giữ nguyên',
  args: { ...slugArgs, reason: { type: 'string', description: 'Lý do, hiện trên trang', valueHint: 'LÝ DO' } },
  dryRun: true,
  async run({ ctx, args }) {
    const slug = readSlug(args)
    const { name } = await findTenant(ctx, slug)
    const reason = args.reason ?? (await askText('Lý do tạm dừng', 'reason'))
    if (args.dryRun) return { slug, name, reason, suspended: false }
    await askConsent(`Tạm dừng trang của ${name}?`, args.yes)
    await suspendTenant(ctx, slug, reason)
    return { slug, name, reason, suspended: true }
  },
  show: ({ name, suspended }) => [suspended ? `Đã tạm dừng ${name}.` : `Sẽ tạm dừng ${name}.`],
})
