import { resolve } from 'node:path'
import { backupTenant, exportTenant } from '@sotay/operations'
import { operation } from '../../operation'
import { readSlug, slugArgs } from '../../tenant-argument'

export const tenantExport = operation({
  name: 'export',
  description: 'Sao lưu một tỉnh rồi ghi ra tệp trên máy này',
  args: {
    ...slugArgs,
    out: { type: 'string', description: 'Tệp sẽ ghi', valueHint: 'TỆP' },
    plain: { type: 'boolean', description: 'Không mã hóa: tệp tar đọc được ngay', default: false },
  },
  dryRun: true,
  async run({ ctx, args }) {
    const slug = readSlug(args)
    const file = resolve(args.out ?? `${slug}.${args.plain ? 'tar' : 'sotay'}`)
    if (args.dryRun) return { slug, file, backupId: null }
    const { id } = await backupTenant(ctx, slug)
    return exportTenant(ctx, id, { file, plain: args.plain })
  },
  show: ({ slug, file, backupId }) => [backupId ? `Đã ghi ${slug} ra ${file}.` : `Sẽ ghi ${slug} ra ${file}.`],
})
