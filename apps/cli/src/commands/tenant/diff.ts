import { diffTenant } from '@sotay/operations'
import { describeChange } from '../../describe-change'
import { operation } from '../../operation'
import { fileArgs, readFolder } from '../../tenant-argument'

export const tenantDiff = operation({
  name: 'diff',
  description: 'So tệp cấu hình với cấu hình đang dùng',
  args: fileArgs,
  run: async ({ ctx, args }) => diffTenant(ctx, (await readFolder(args)).configuration),
  show: (changes) => (changes.length > 0 ? changes.map(describeChange) : ['Không có gì khác.']),
})
