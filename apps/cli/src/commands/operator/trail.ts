import { allOperations, listOperations, type OperationLine } from '@sotay/operations/operators'
import { operation } from '../../operation'
import { table } from '../../table'

export const operatorTrail = operation({
  name: 'trail',
  description: 'Nhật ký mọi việc vận hành, mới nhất trước',
  args: {
    actor: { type: 'string', description: 'Mã người vận hành', valueHint: 'MÃ' },
    tenant: { type: 'string', description: 'Mã của tỉnh', valueHint: 'MÃ' },
    act: { type: 'string', description: 'Việc, hoặc phần đầu của tên việc', valueHint: 'VIỆC' },
    from: { type: 'string', description: 'Từ ngày', valueHint: 'NĂM-THÁNG-NGÀY' },
    until: { type: 'string', description: 'Đến hết ngày', valueHint: 'NĂM-THÁNG-NGÀY' },
    before: { type: 'string', description: 'Các dòng cũ hơn dòng này', valueHint: 'MÃ' },
    all: { type: 'boolean', description: 'Tất cả, nhiều nhất 10.000 dòng', default: false },
  },
  async run({ ctx, args }) {
    const { actor, tenant, act, from, until, before } = args
    const filter = { actor, tenant, operation: act, from, until, before }
    if (!args.all) return listOperations(ctx, filter, 50)
    const lines: OperationLine[] = []
    for await (const line of allOperations(ctx, filter)) lines.push(line)
    return lines
  },
  show: (lines) =>
    table([
      ['LÚC', 'VIỆC', 'TỈNH', 'NGƯỜI LÀM', 'LÝ DO'],
      ...lines.map((line) => [line.at.toISOString(), line.operation, line.tenantSlug, line.actor, line.reason]),
    ]),
})
