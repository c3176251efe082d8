import { moveTenant } from '@sotay/operations'
import { askConsent } from '../../ask'
import { operation } from '../../operation'
import { WrongUse } from '../../refused'
import { readSlug, slugArgs } from '../../tenant-argument'

export const tenantMove = operation({
  name: 'move',
  description: 'Chuyển một tỉnh sang máy chủ dữ liệu khác trong khi tỉnh vẫn làm việc',
  args: { ...slugArgs, to: { type: 'string', description: 'Tên máy chủ đích', valueHint: 'TÊN' } },
  dryRun: true,
  async run({ ctx, args, terminal }) {
    const slug = readSlug(args)
    const { to } = args
    if (!to) throw new WrongUse('Thiếu --to, ví dụ: --to may-2.')
    if (args.dryRun) return { slug, to, moved: null }
    await askConsent(`Chuyển ${slug} sang ${to}?`, args.yes)
    return { slug, to, moved: await moveTenant(ctx, slug, { to, onProgress: terminal.progress('Đã chép bảng') }) }
  },
  show: ({ slug, to, moved }) =>
    moved
      ? [
          `Đã chuyển ${slug} sang ${to}: ${moved.rows} dòng của ${moved.tables} bảng, khớp từng bảng; ${moved.seconds} giây, tạm giữ ${moved.pauseMs} ms.`,
          `Bản cũ còn ở ${moved.from}, lược đồ ${moved.aside}. Chấp nhận xong thì bỏ bằng: sotay tenant accept ${slug}`,
        ]
      : [`Sẽ chuyển ${slug} sang ${to}.`],
})
