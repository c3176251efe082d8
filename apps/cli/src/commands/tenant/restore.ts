import { importArchive, restoreTenant } from '@sotay/operations'
import { askConsent } from '../../ask'
import { operation } from '../../operation'
import { WrongUse } from '../../refused'

export const tenantRestore = operation({
  name: 'restore',
  description: 'Khôi phục một bản sao lưu: vào chính tỉnh đó, hoặc thành tỉnh khác với --as',
  args: {
    backup: { type: 'positional', description: 'Mã bản sao lưu, hoặc mã tỉnh (bản mới nhất)', required: false },
    tenant: { type: 'string', description: 'Mã của tỉnh', valueHint: 'MÃ' },
    file: { type: 'string', description: 'Tệp bản sao lưu trên máy này', valueHint: 'TỆP' },
    as: { type: 'string', description: 'Mã của tỉnh mới', valueHint: 'MÃ' },
  },
  dryRun: true,
  async run({ ctx, args, terminal }) {
    const named = args.backup ?? args.tenant
    if (!named && !args.file) throw new WrongUse('Thiếu bản sao lưu: nêu mã bản sao lưu, mã tỉnh, hoặc --file.')
    if (args.dryRun) return { backup: named ?? args.file, as: args.as ?? null, restored: null }
    const target = args.as ? `thành tỉnh mới ${args.as}` : 'vào chính tỉnh đó (dữ liệu hiện có được để riêng)'
    await askConsent(`Khôi phục ${named ?? args.file} ${target}?`, args.yes)
    if (args.file) terminal.note('Đang kiểm tra tệp…')
    const backup = args.file ? await importArchive(ctx, args.file) : named!
    return { backup, as: args.as ?? null, restored: await restoreTenant(ctx, { backup, as: args.as }) }
  },
  show: ({ backup, as, restored }) => {
    if (!restored) return [`Sẽ khôi phục ${backup}${as ? ` thành ${as}` : ''}.`]
    const { slug, rows, tables, files, copy, aside, seconds } = restored
    return [
      `Đã khôi phục ${slug}: ${rows} dòng của ${tables} bảng, ${files} tệp, khớp từng bảng; ${seconds} giây.`,
      copy
        ? `Tỉnh mới đang đóng. Xem xong thì mở bằng: sotay tenant resume ${slug}`
        : `Dữ liệu cũ để riêng ở lược đồ ${aside}. Chấp nhận xong thì bỏ bằng: sotay tenant accept ${slug}`,
    ]
  },
})
