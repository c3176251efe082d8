import { setRollout } from '@sotay/operations'
import { operation } from '../../operation'
import { WrongUse } from '../../refused'

export const rolloutSet = operation({
  name: 'set',
  description: 'Mở một phân hệ cho các tỉnh được nêu, giữ lại với các tỉnh khác',
  args: {
    module: { type: 'positional', description: 'Khóa của phân hệ, ví dụ news', required: false },
    to: { type: 'string', description: 'Mã các tỉnh, cách nhau bằng dấu phẩy; all là mọi tỉnh', valueHint: 'MÃ,MÃ' },
  },
  dryRun: true,
  async run({ ctx, args }) {
    if (!args.module || args.to === undefined)
      throw new WrongUse('Cần phân hệ và --to, ví dụ: rollout set news --to all.')
    const to =
      args.to === 'all'
        ? ('all' as const)
        : args.to
            .split(',')
            .map((slug) => slug.trim())
            .filter(Boolean)
    if (args.dryRun) return { module: args.module, to, set: false }
    return { ...(await setRollout(ctx, { module: args.module, to })), set: true }
  },
  show: (result) =>
    'held' in result
      ? [`Đã mở ${result.module}; chưa mở cho: ${result.held.join(', ') || 'không tỉnh nào'}.`]
      : [`Sẽ mở ${result.module} cho: ${result.to === 'all' ? 'mọi tỉnh' : result.to.join(', ')}.`],
})
