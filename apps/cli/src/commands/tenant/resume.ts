import { findTenant, resumeTenant } from '@sotay/operations'
import { operation } from '../../operation'
import { readSlug, slugArgs } from '../../tenant-argument'

export const tenantResume = operation({
  name: 'resume',
  description: 'Mở lại trang của một tỉnh đã tạm dừng',
  args: slugArgs,
  dryRun: true,
  async run({ ctx, args }) {
    const slug = readSlug(args)
    const { name } = await findTenant(ctx, slug)
    if (!args.dryRun) await resumeTenant(ctx, slug)
    return { slug, name, resumed: !args.dryRun }
  },
  show: ({ name, resumed }) => [resumed ? `Đã mở lại ${name}.` : `Sẽ mở lại ${name}.`],
})
