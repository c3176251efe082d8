import * as z from 'zod'

/** A calendar day written YYYY-MM-DD; refuses days that do not exist (2024-02-30). */
export const isoDate = z.iso.date({ error: 'phải là ngày có thật, viết theo dạng NĂM-THÁNG-NGÀY, ví dụ 2024-01-25' })
export type IsoDate = z.output<typeof isoDate>

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,47}$/, 'chỉ gồm chữ thường không dấu, số, dấu gạch, và bắt đầu bằng chữ')

/** `<regulation key>/<article>`, e.g. `quy-che/12.1`; the key must be declared under `regulations`. */
export const cite = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/[0-9IVX]+[0-9A-Za-zĐđ.-]*$/, 'phải có dạng <quy định>/<điều.khoản>, ví dụ quy-che/12.1')

/** What every rule may carry: its days of force (both inclusive) and its source. */
export const dated = { from: isoDate.optional(), until: isoDate.optional(), cite: cite.optional() }

export const text = z.string().trim().min(1, 'không được để trống').max(2000, 'dài quá 2.000 ký tự')
export const count = z.number().int('phải là số nguyên').positive('phải lớn hơn 0')
