import { inviteOperator } from '@sotay/operations/operators'
import { askText } from '../../ask'
import { operation } from '../../operation'
import { addressed, linkLines } from './link-lines'
import { readRole } from './roles'

export const operatorInvite = operation({
  name: 'invite',
  description: 'Mời người vận hành; họ tự đặt mật khẩu và mã xác thực bằng đường dẫn dùng một lần',
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
    return { email, role, ...addressed(ctx, await inviteOperator(ctx, { email, name, role })) }
  },
  show: (invited) =>
    'link' in invited
      ? linkLines(`Đã mời ${invited.email} (${invited.role}).`, invited)
      : [`Sẽ mời ${invited.email} (${invited.role}).`],
})
