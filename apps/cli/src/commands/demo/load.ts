import { loadMembers } from '@sotay/operations'
import { operation } from '../../operation'
import { WrongUse } from '../../refused'
import { readSlug, slugArgs } from '../../tenant-argument'

export const demoLoad = operation({
  name: 'load',
  description: 'Thêm đảng viên và đơn vị minh họa cho đến khi tỉnh có đủ số đảng viên',
  args: {
    ...slugArgs,
    members: { type: 'string', description: 'Số đảng viên cần có', required: true, valueHint: 'N' },
  },
  dryRun: true,
  async run({ ctx, args, terminal }) {
    const slug = readSlug(args)
    const members = Number(args.members)
    if (!Number.isInteger(members) || members < 1 || members > 900_000) {
      throw new WrongUse('--members phải là số nguyên từ 1 đến 900000.')
    }
    if (args.dryRun) return { slug, membersAdded: 0, unitsAdded: 0, members, milliseconds: 0 }
    const started = performance.now()
    const loaded = await loadMembers(ctx, slug, { members, onProgress: terminal.progress('Đảng viên') })
    return { slug, ...loaded, milliseconds: Math.round(performance.now() - started) }
  },
  show: ({ slug, membersAdded, unitsAdded, members, milliseconds }) => [
    `${slug}: thêm ${membersAdded} đảng viên, ${unitsAdded} đơn vị; nay có ${members} đảng viên (${milliseconds} ms).`,
  ],
})
