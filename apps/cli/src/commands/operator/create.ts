import { createOperator } from '@sotay/operations'
import { askText } from '../../ask'
import { operation } from '../../operation'
import { readRole } from './roles'

export const operatorCreate = operation({
  name: 'create',
  description: 'Thêm người vận hành; mật khẩu và mã xác thực chỉ hiện một lần',
  args: {
    email: { type: 'string', description: 'Địa chỉ thư', valueHint: 'ĐỊA CHỈ' },
    name: { type: 'string', description: 'Họ tên', valueHint: 'HỌ TÊN' },
    role: { type: 'string', description: 'viewer | operator | owner', default: 'operator', valueHint: 'VAI TRÒ' },
  },
  dryRun: true,
  async run({ ctx, args }) {
    const role = readRole(args.role)
    const email = args.email ?? (await askText('Địa chỉ thư', 'email'))
    const name = args.name ?? (await askText('Họ tên', 'name'))
    if (args.dryRun) return { email, role }
    return createOperator(ctx, { email, name, role })
  },
  show: (operator) =>
    'password' in operator
      ? [
          `Đã thêm ${operator.email} (${operator.role}). Ghi lại ngay, các dòng dưới không hiện lần nữa:`,
          `  Mật khẩu: ${operator.password}`,
          `  Ứng dụng xác thực: ${operator.totpSecret}`,
          `  ${operator.totpUri}`,
        ]
      : [`Sẽ thêm ${operator.email} (${operator.role}).`],
})
