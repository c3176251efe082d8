import * as z from 'zod'
import { isoDate, text } from './dated'

const regulation = z.strictObject({
  title: text,
  number: text.optional().describe('Số ký hiệu, ví dụ 996-QĐ/TU'),
  issuer: text.optional().describe('Cơ quan ban hành'),
  signedOn: isoDate.optional(),
  effectiveFrom: isoDate,
  source: text.optional().describe('Tên tệp nguồn đã đọc'),
  note: text.optional(),
})
export type Regulation = z.output<typeof regulation>

/** Declared once, cited everywhere as `<key>/<article>`. */
export const regulations = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, 'khóa quy định chỉ gồm chữ thường không dấu, số và dấu gạch'),
  regulation,
)
