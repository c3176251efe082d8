import * as z from 'zod'
import { cite, count, isoDate, key, text } from './dated'

const writtenUnit = z.strictObject({
  name: text,
  level: key,
  from: isoDate.optional(),
  until: isoDate.optional(),
  armedForces: z.boolean().optional(),
  cite: cite.optional(),
  list: z
    .strictObject({ level: key, names: z.array(text).nonempty() })
    .optional()
    .describe('Viết gọn các đơn vị trực thuộc cùng một cấp'),
  get children() {
    return z.array(writtenUnit).optional()
  },
})
export type WrittenUnit = z.output<typeof writtenUnit>

const range = z
  .strictObject({ min: count, max: count })
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'phải không nhỏ hơn min' })

const generate = z.strictObject({
  under: z.array(key).nonempty().describe('Các cấp mà dưới đó sinh thêm chi bộ, khi đơn vị chưa nêu chi bộ nào'),
  level: key,
  names: z.array(text).nonempty().describe('Tên chi bộ lần lượt; {n} là số thứ tự'),
  perUnit: range,
  members: range.describe('Số đảng viên mỗi chi bộ'),
})

/** tenants/<slug>/content/units.yaml: public names of units, and how many cells and members a demonstration adds. */
export const unitsSchema = z.strictObject({
  establishedOn: isoDate.describe('Ngày các đơn vị dưới đây bắt đầu tồn tại'),
  generate: generate.optional(),
  units: z.array(writtenUnit).nonempty(),
})
