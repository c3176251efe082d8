import { resetOperatorFactor } from '@sotay/operations/operators'
import { askConsent, askText } from '../../ask'
import { operation } from '../../operation'
import { findOperator } from './find-operator'
import { addressed, linkLines } from './link-lines'

export const operatorResetFactor = operation({
  name: 'reset-factor',
  description: 'Đặt lại mã xác thực của một người vận hành; mã cũ và mọi phiên hết hiệu lực ngay',
  args: { email: { type: 'positional', description: 'Địa chỉ thư', required: false } },
  dryRun: true,
  async run({ ctx, args }) {
    const { id, email } = await findOperator(ctx, args.email ?? (await askText('Địa chỉ thư', 'email')))
    if (args.dryRun) return { email }
    await askConsent(`Đặt lại mã xác thực của ${email}?`, args.yes)
    return { email, ...addressed(ctx, await resetOperatorFactor(ctx, id)) }
  },
  show: (reset) =>
    'link' in reset
      ? linkLines(`Đã đặt lại mã xác thực của ${reset.email}.`, reset)
      : [`Sẽ đặt lại mã xác thực của ${reset.email}.`],
})
