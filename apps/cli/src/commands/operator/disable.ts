import { disableOperator } from '@sotay/operations'
import { askConsent, askText } from '../../ask'
import { operation } from '../../operation'

export const operatorDisable = operation({
  name: 'disable',
  description: 'Khóa một người vận hành, đăng xuất mọi thiết bị của họ',
  args: { email: { type: 'positional', description: 'Địa chỉ thư', required: false } },
  dryRun: true,
  async run({ ctx, args }) {
    const email = args.email ?? (await askText('Địa chỉ thư', 'email'))
    if (args.dryRun) return { email, disabled: false }
    await askConsent(`Khóa ${email}?`, args.yes)
    await disableOperator(ctx, email)
    return { email, disabled: true }
  },
  show: ({ email, disabled }) => [disabled ? `Đã khóa ${email}.` : `Sẽ khóa ${email}.`],
})
