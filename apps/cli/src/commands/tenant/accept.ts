import { acceptTenant, listAside } from '@sotay/operations'
import { askConsent } from '../../ask'
import { operation } from '../../operation'
import { readSlug, slugArgs } from '../../tenant-argument'

export const tenantAccept = operation({
  name: 'accept',
  description: 'Chấp nhận tỉnh như hiện nay: bỏ hẳn bản cũ để lại sau khi khôi phục hoặc chuyển máy chủ',
  args: slugArgs,
  dryRun: true,
  async run({ ctx, args }) {
    const slug = readSlug(args)
    const aside = (await listAside(ctx, slug)).map(({ schema }) => schema)
    if (args.dryRun || aside.length === 0) return { slug, aside, dropped: [] }
    await askConsent(`Bỏ hẳn ${aside.join(', ')}?`, args.yes)
    return { slug, aside, dropped: await acceptTenant(ctx, slug) }
  },
  show: ({ slug, aside, dropped }) => [
    aside.length === 0
      ? `${slug} không có bản cũ nào.`
      : dropped.length > 0
        ? `Đã bỏ ${dropped.join(', ')}.`
        : `Sẽ bỏ ${aside.join(', ')}.`,
  ],
})
