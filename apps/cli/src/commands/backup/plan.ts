import { type BackupPlan, changeBackupPlan, readBackupPlan } from '@sotay/operations'
import type { ArgsDef } from 'citty'
import { operation } from '../../operation'
import { WrongUse } from '../../refused'

const count = (description: string) => ({ type: 'string', description, valueHint: 'N' }) as const
const counts = {
  hour: count('Giờ bắt đầu sao lưu hằng đêm'),
  daily: count('Số bản giữ theo ngày'),
  weekly: count('Số bản giữ theo tuần'),
  monthly: count('Số bản giữ theo tháng'),
  'drill-every-days': count('Số ngày giữa hai lần diễn tập; 0 là không'),
  'grace-days': count('Số ngày còn gọi lại được tỉnh đang gỡ bỏ'),
} as const satisfies ArgsDef

const FIELD = {
  hour: 'hour',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  'drill-every-days': 'drillEveryDays',
  'grace-days': 'graceDays',
} as const satisfies Record<keyof typeof counts, keyof BackupPlan>

export const backupPlan = operation({
  name: 'plan',
  description: 'Xem hoặc đổi lịch sao lưu và thời hạn giữ',
  args: {
    ...counts,
    'after-removal': {
      type: 'string',
      description: 'Bản sao lưu của tỉnh đã gỡ: keep hoặc destroy',
      valueHint: 'CÁCH',
    },
  },
  dryRun: true,
  async run({ ctx, args }) {
    const given: Record<string, string | undefined> = args as never
    const change: Partial<BackupPlan> = {}
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
      const text = given[name]
      if (text === undefined) continue
      if (!/^\d+$/.test(text)) throw new WrongUse(`--${name} phải là số.`)
      change[FIELD[name]] = Number(text)
    }
    const after = given['after-removal']
    if (after !== undefined && after !== 'keep' && after !== 'destroy')
      throw new WrongUse('--after-removal là keep hoặc destroy.')
    if (after) change.afterRemoval = after
    if (args.dryRun || Object.keys(change).length === 0) return { ...(await readBackupPlan(ctx)), ...change }
    return changeBackupPlan(ctx, change)
  },
  show: (plan) => [
    `Sao lưu hằng đêm từ ${plan.hour} giờ; giữ ${plan.daily} bản ngày, ${plan.weekly} bản tuần, ${plan.monthly} bản tháng.`,
    plan.drillEveryDays === 0 ? 'Không diễn tập khôi phục.' : `Diễn tập khôi phục mỗi ${plan.drillEveryDays} ngày.`,
    `Tỉnh gỡ bỏ còn gọi lại được trong ${plan.graceDays} ngày; bản sao lưu của tỉnh đã gỡ: ${plan.afterRemoval === 'keep' ? 'giữ' : 'hủy'}.`,
  ],
})
