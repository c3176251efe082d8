import * as z from 'zod'
import { dated, key, text } from './dated'

const target = z.strictObject({
  key,
  name: text,
  of: z.enum(['members', 'members-with-smartphone', 'young-members', 'cells']).describe('Mẫu số'),
  counts: z.enum(['registered', 'active', 'meeting-on-app']).describe('Tử số'),
  percent: z.number().min(0).max(100),
  ...dated,
})
export type Target = z.output<typeof target>
export const targets = z.array(target)

const exemption = z.strictObject({
  units: z.array(text).nonempty().describe('Tên đơn vị, kể cả mọi đơn vị trực thuộc'),
  targets: z.array(z.string()).nonempty().describe('Khóa các chỉ tiêu được miễn'),
  reason: text.optional(),
  ...dated,
})
export type Exemption = z.output<typeof exemption>
export const exemptions = z.array(exemption)
