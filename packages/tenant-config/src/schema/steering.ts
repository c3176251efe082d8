import * as z from 'zod'
import { cadence } from '../cadence/read-cadence'
import { correspondent } from './correspondent'
import { dated, key, text } from './dated'
import { duration } from './duration'

const absence = z.strictObject({
  noticeBefore: duration.default(0).describe('Báo trước bao lâu, ví dụ 1 ngày; ngay: lúc nào cũng được'),
  notify: z.array(correspondent).nonempty(),
  reason: z.boolean(),
  writtenOpinion: z.boolean().default(false),
  substitute: z.boolean().default(false).describe('Ủy quyền người có thẩm quyền dự thay'),
  ...dated,
})

const writtenConsultation = z.strictObject({
  by: correspondent,
  compiledFor: correspondent.optional(),
  ...dated,
})

const conclusions = z.strictObject({ by: correspondent, to: z.array(correspondent).nonempty(), ...dated })

export const steering = z.strictObject({
  name: text,
  standingAgency: z.string().optional().describe('Khóa cơ quan'),
  supportTeam: text.optional(),
  offices: z
    .array(z.strictObject({ key, name: text, cite: dated.cite }))
    .nonempty()
    .describe('Chức danh, từ trên xuống'),
  alsoAt: z.array(z.string()).default([]).describe('Các cấp cũng lập ban chỉ đạo của mình'),
  regular: cadence.optional().describe('Họp định kỳ'),
  extraordinary: z.boolean().default(true),
  presidedBy: z.array(key).default([]).describe('Chức danh được chủ trì'),
  absence: absence.optional(),
  writtenConsultation: writtenConsultation.optional(),
  conclusions: conclusions.optional(),
  ...dated,
})
export type Steering = z.output<typeof steering>
