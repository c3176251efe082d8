import { createTenant, publishBrand, readDrawings } from '@sotay/operations'
import { operation } from '../../operation'
import { Refused, WrongUse } from '../../refused'
import { fileArgs, readFolder } from '../../tenant-argument'
import { createFromAnswers, presetArgs } from './create-from-answers'

const parts = { schema: 'lược đồ', migrations: 'bảng', configuration: 'cấu hình', organisation: 'cây tổ chức' }

export const tenantCreate = operation({
  name: 'create',
  description: 'Tạo một tỉnh từ tệp cấu hình của tỉnh đó, hoặc từ một kiểu quy định và các câu trả lời',
  args: { ...fileArgs, ...presetArgs },
  dryRun: true,
  async run({ ctx, args, terminal }) {
    const note = (part: keyof typeof parts) => terminal.note(`Đang tạo ${parts[part]}…`)
    if (args.preset) {
      if (args.file) throw new WrongUse('Dùng tệp của tỉnh, hoặc --preset với --answers, không dùng cả hai.')
      return createFromAnswers(ctx, { ...args, preset: args.preset }, note)
    }
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
    const { record, parts: spent } = await createTenant(ctx, folder.configuration, note)
    const brand = await publishBrand(ctx, folder)
    const milliseconds = Math.round(performance.now() - started)
    return { slug, name, domains, created: true, schema: record.schema, milliseconds, parts: spent, brand }
  },
  show: ({ slug, name, domains, created, milliseconds, ...rest }) => [
    created
      ? `Đã tạo ${name} (${slug}) trong ${milliseconds} ms. Tên miền: ${domains.join(', ')}.`
      : `Sẽ tạo ${name} (${slug}) với tên miền ${domains.join(', ')}.`,
    ...('letter' in rest && rest.letter ? [`Thư cho người quản trị đầu tiên: ${rest.letter}`] : []),
  ],
})
