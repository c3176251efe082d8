import { migrateTenants, platformStatus } from '@sotay/operations'
import { operation } from '../operation'
import { WrongUse } from '../refused'

export const migrate = operation({
  name: 'migrate',
  description: 'Đưa bảng dữ liệu của các tỉnh lên bản của phần mềm này',
  args: {
    tenant: { type: 'string', description: 'Chỉ một tỉnh', valueHint: 'MÃ' },
    canary: { type: 'string', description: 'Tỉnh làm trước, một mình', valueHint: 'MÃ' },
    'keep-going': { type: 'boolean', description: 'Làm tiếp các tỉnh khác sau một lỗi', default: false },
    parallel: { type: 'string', description: 'Số tỉnh làm cùng lúc', default: '4', valueHint: 'N' },
  },
  dryRun: true,
  async run({ ctx, args, terminal }) {
    const parallel = Number(args.parallel)
    if (!Number.isInteger(parallel) || parallel < 1 || parallel > 64) throw new WrongUse('--parallel phải từ 1 đến 64.')
    if (args.dryRun) {
      const { behind } = await platformStatus(ctx)
      return { behind: args.tenant ? behind.filter((slug) => slug === args.tenant) : behind, tenants: [] }
    }
    const progress = terminal.progress('Đã xong')
    const onProgress = (_: unknown, done: number, all: number) => progress(done, all)
    const options = { tenant: args.tenant, canary: args.canary, keepGoing: args['keep-going'], parallel, onProgress }
    return { behind: [], tenants: await migrateTenants(ctx, options) }
  },
  show: ({ behind, tenants }) => [
    ...behind.map((slug) => `${slug}: cần cập nhật`),
    ...tenants.map(({ slug, applied, failure, waiting, milliseconds }) =>
      waiting
        ? `${slug}: chưa làm, vì tỉnh khác lỗi; sửa rồi chạy lại lệnh này`
        : failure
          ? `${slug}: LỖI, giữ nguyên như trước: ${failure}`
          : `${slug}: ${applied.length > 0 ? applied.join(', ') : 'không có gì mới'} (${milliseconds} ms)`,
    ),
  ],
  exit: ({ tenants }) => (tenants.some((line) => line.failure) ? 1 : 0),
})
