import { endTenantVisit } from '@sotay/operations'
import { askConsent, askText } from '../../ask'
import { operation } from '../../operation'
import { readSlug, slugArgs } from '../../tenant-argument'

export const visitEnd = operation({
  name: 'end',
  description: 'Kết thúc ngay một lần hỗ trợ',
  args: { ...slugArgs, visit: { type: 'string', description: 'Mã của lần hỗ trợ', valueHint: 'MÃ' } },
  dryRun: true,
  async run({ ctx, args }) {
    const slug = readSlug(args)
    const id = args.visit ?? (await askText('Mã của lần hỗ trợ', 'visit'))
    if (args.dryRun) return { slug, visit: id, ended: false }
    await askConsent(`Kết thúc lần hỗ trợ ${id}?`, args.yes)
    await endTenantVisit(ctx, slug, id)
    return { slug, visit: id, ended: true }
  },
  show: ({ visit, ended }) => [ended ? `Đã kết thúc ${visit}.` : `Sẽ kết thúc ${visit}.`],
})
