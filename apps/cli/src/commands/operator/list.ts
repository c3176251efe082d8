import { listOperators } from '@sotay/operations'
import { operation } from '../../operation'
import { table } from '../../table'

export const operatorList = operation({
  name: 'list',
  description: 'Danh sách người vận hành',
  run: ({ ctx }) => listOperators(ctx),
  show: (operators) =>
    table([
      ['ĐỊA CHỈ', 'HỌ TÊN', 'VAI TRÒ', 'TỪ', 'KHÓA TỪ'],
      ...operators.map((entry) => [
        entry.email,
        entry.name,
        entry.role,
        entry.createdAt.toISOString(),
        entry.disabledAt?.toISOString(),
      ]),
    ]),
})
