import { addServer } from '@sotay/operations'
import { operation } from '../../operation'
import { WrongUse } from '../../refused'

export const serverAdd = operation({
  name: 'add',
  description: 'Thêm một máy chủ PostgreSQL; dùng chung tài khoản chủ trong SOTAY_DATABASE_URL',
  args: {
    key: { type: 'positional', description: 'Tên ngắn, ví dụ: may-2', required: false },
    host: { type: 'string', description: 'Địa chỉ, mọi tiến trình và máy chủ cũ cùng tới được', valueHint: 'MÁY' },
    port: { type: 'string', description: 'Cổng', default: '5432', valueHint: 'CỔNG' },
    database: { type: 'string', description: 'Tên cơ sở dữ liệu', default: 'sotay', valueHint: 'TÊN' },
  },
  dryRun: true,
  async run({ ctx, args }) {
    if (!args.key || !args.host) throw new WrongUse('Thiếu tên hoặc --host của máy chủ.')
    const { key, host, database } = args
    const given = { key, host, port: Number(args.port), database }
    if (!args.dryRun) await addServer(ctx, given)
    return { ...given, added: !args.dryRun }
  },
  show: ({ key, added }) => [added ? `Đã thêm máy chủ ${key}.` : `Sẽ thêm máy chủ ${key}.`],
})
