import { clearBanner } from '@sotay/operations'
import { askText } from '../../ask'
import { operation } from '../../operation'

export const bannerClear = operation({
  name: 'clear',
  description: 'Gỡ một thông báo ngay',
  args: { id: { type: 'positional', description: 'Mã của thông báo', required: false } },
  dryRun: true,
  async run({ ctx, args }) {
    const id = args.id ?? (await askText('Mã của thông báo', 'id'))
    if (!args.dryRun) await clearBanner(ctx, id)
    return { id, cleared: !args.dryRun }
  },
  show: ({ id, cleared }) => [`${cleared ? 'Đã gỡ' : 'Sẽ gỡ'} ${id}.`],
})
