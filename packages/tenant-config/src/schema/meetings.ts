import * as z from 'zod'
import { cadence } from '../cadence/read-cadence'
import { correspondent } from './correspondent'
import { count, dated, key, text } from './dated'

const guidance = z.strictObject({
  from: z.string().describe('Khóa cơ quan ban hành định hướng'),
  through: z.array(z.string()).describe('Các cấp cụ thể hóa, từ trên xuống'),
  cite: dated.cite,
})

const quality = z
  .strictObject({
    criteria: z.array(z.strictObject({ key, name: text, points: count })).nonempty(),
    confirmedBy: z.enum(['nearest-above', 'self']).default('nearest-above'),
    ...dated,
  })
  .refine((sheet) => sheet.criteria.reduce((sum, one) => sum + one.points, 0) === 100, {
    path: ['criteria'],
    message: 'tổng điểm các tiêu chí phải bằng 100',
  })

export const meetings = z.strictObject({
  regular: cadence,
  substitutesRealMeeting: z.literal(false, {
    error: 'phải là false: sinh hoạt trên phần mềm không thay sinh hoạt thật',
  }),
  guidance: guidance.optional(),
  reportTo: correspondent.optional().describe('Kết quả sinh hoạt báo cáo ai'),
  quality: quality.optional(),
  cite: dated.cite,
})
export type Meetings = z.output<typeof meetings>
