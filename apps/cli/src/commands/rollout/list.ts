import { listRollout } from '@sotay/operations'
import { operation } from '../../operation'
import { table } from '../../table'

export const rolloutList = operation({
  name: 'list',
  description: 'Phân hệ nào chưa mở cho tỉnh nào',
  run: ({ ctx }) => listRollout(ctx),
  show: (rows) => table([['PHÂN HỆ', 'CHƯA MỞ CHO'], ...rows.map(({ module, held }) => [module, held.join(', ')])]),
})
