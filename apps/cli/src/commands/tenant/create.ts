import { createTenant, publishBrand, readDrawings } from '@sotay/operations'
import { operation } from '../../operation'
import { Refused } from '../../refused'
import { fileArgs, readFolder } from '../../tenant-argument'

const parts = { schema: 'lược đồ', migrations: 'bảng', configuration: 'cấu hình', organisation: 'cây tổ chức' }

export const tenantCreate = operation({
  name: 'create',
  description: 'Tạo một tỉnh từ tệp cấu hình của tỉnh đó',
  args: fileArgs,
  dryRun: true,
  async run({ ctx, args, terminal }) {
    const folder = await readFolder(args)
    await readDrawings(folder)
    const { slug, domains, name } = folder.configuration
    if (args.dryRun) {
      const rival = ctx.directory
        .list()
        .find((line) => line.slug === slug || line.domains.some((domain) => domains.includes(domain)))
      if (rival) throw new Refused(`Mã hoặc tên miền đã thuộc về ${rival.slug}.`)
      return { slug, name, domains, created: false }
    }
    const started = performance.now()
    const { record, parts: spent } = await createTenant(ctx, folder.configuration, (part) =>
      terminal.note(`Đang tạo ${parts[part]}…`),
    )
    const brand = await publishBrand(ctx, folder)
    const milliseconds = Math.round(performance.now() - started)
    return { slug, name, domains, created: true, schema: record.schema, milliseconds, parts: spent, brand }
  },
  show: ({ slug, name, domains, created, milliseconds }) => [
    created
      ? `Đã tạo ${name} (${slug}) trong ${milliseconds} ms. Tên miền: ${domains.join(', ')}.`
      : `Sẽ tạo ${name} (${slug}) với tên miền ${domains.join(', ')}.`,
  ],
})
