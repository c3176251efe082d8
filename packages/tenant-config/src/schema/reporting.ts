import * as z from 'zod'
import { cadence } from '../cadence/read-cadence'
import { correspondent } from './correspondent'
import { dated, key, text } from './dated'

const reportingDuty = z.strictObject({
  key,
  duty: text.describe('Tên báo cáo'),
  by: correspondent,
  to: correspondent,
  via: correspondent.optional().describe('Gửi qua cơ quan nào'),
  due: cadence,
  onHoliday: z
    .enum(['same-day', 'previous', 'next'])
    .default('same-day')
    .describe('Khi hạn rơi vào ngày nghỉ: giữ nguyên, ngày làm việc liền trước, hay liền sau'),
  adHoc: z.boolean().default(false).describe('Ngoài định kỳ còn báo cáo đột xuất'),
  publish: z.boolean().default(false).describe('Kết quả được đăng tải, không chỉ gửi lên trên'),
  ...dated,
})
export type ReportingDuty = z.output<typeof reportingDuty>

export const reporting = z.array(reportingDuty)
