import { setBanner } from '@sotay/operations'
import { askText } from '../../ask'
import { operation } from '../../operation'

export const bannerSet = operation({
  name: 'set',
  description: 'Đặt thông báo bảo trì cho một tỉnh, hoặc cho mọi tỉnh',
  args: {
    tenant: { type: 'string', description: 'Mã của tỉnh; bỏ trống là mọi tỉnh', valueHint: 'MÃ' },
    text: { type: 'string', description: 'Lời báo', valueHint: 'LỜI' },
    from: { type: 'string', description: 'Từ lúc; bỏ trống là ngay', valueHint: '2026-12-01T22:00+07:00' },
    until: { type: 'string', description: 'Đến lúc', valueHint: '2026-12-01T23:00+07:00' },
  },
  dryRun: true,
  async run({ ctx, args }) {
    const text = args.text ?? (await askText('Lời báo', 'text'))
    const until = args.until ?? (await askText('Đến lúc', 'until'))
    const given = {
      tenant: args.tenant,
      text,
      from: args.from ? new Date(args.from) : undefined,
      until: new Date(until),
    }
    return args.dryRun ? { ...given, set: false } : { ...(await setBanner(ctx, given)), set: true }
  },
  show: ({ tenant, text, set }) => [`${set ? 'Đã đặt' : 'Sẽ đặt'} thông báo cho ${tenant ?? 'mọi tỉnh'}: ${text}`],
})
