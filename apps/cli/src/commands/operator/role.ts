import { changeOperatorRole } from '@sotay/operations/operators'
import { askText } from '../../ask'
import { operation } from '../../operation'
import { findOperator } from './find-operator'
import { readRole } from './roles'

export const operatorRole = operation({
  name: 'role',
  description: 'Đổi vai trò của một người vận hành',
  args: {
    email: { type: 'positional', description: 'Địa chỉ thư', required: false },
    role: { type: 'string', description: 'viewer | operator | owner', valueHint: 'VAI TRÒ' },
  },
  dryRun: true,
  async run({ ctx, args }) {
    const role = readRole(args.role ?? (await askText('Vai trò (viewer, operator, owner)', 'role')))
    const { id, email, role: from } = await findOperator(ctx, args.email ?? (await askText('Địa chỉ thư', 'email')))
    if (!args.dryRun) await changeOperatorRole(ctx, { operatorId: id, role })
    return { email, from, role, changed: !args.dryRun && from !== role }
  },
  show: ({ email, from, role, changed }) => [`${email}: ${from} → ${role}${changed ? '' : ' (chưa đổi)'}.`],
})
