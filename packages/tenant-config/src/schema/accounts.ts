import * as z from 'zod'
import { count, dated, text } from './dated'
import { roleKey } from './roles'

// Single characters, \d, \. and [sets], each with {n}, {n,m} or ?: no groups and no endless repeats, so matching is always quick.
const simplePattern = /^\^(?:(?:\[[^\][\\]+\]|\\[d.]|[\p{L}\d /-])(?:\{\d{1,2}(?:,\d{1,2})?\}|\?)?)+\$$/u

const pattern = z
  .string()
  .max(120)
  .regex(simplePattern, 'phải là mẫu đơn giản: ^ ở đầu, $ ở cuối, giữa là ký tự, [..], \\d, kèm {n}, {n,m} hoặc ?')

const cardScheme = z
  .strictObject({ pattern, example: text, hint: text, ...dated })
  .refine((scheme) => matches(scheme.pattern, scheme.example), {
    path: ['example'],
    message: 'ví dụ không khớp với mẫu số thẻ',
  })
export type CardScheme = z.output<typeof cardScheme>

function matches(source: string, example: string): boolean {
  try {
    return new RegExp(source, 'u').test(example)
  } catch {
    return false
  }
}

const approvedBy = z.strictObject({
  role: roleKey,
  at: z.string().describe('Khóa một cấp'),
  otherwise: z
    .enum(['nearest-above', 'nobody'])
    .default('nearest-above')
    .describe('Khi chi bộ không có đảng ủy ở cấp đó: cấp ủy gần nhất phía trên, hoặc không ai'),
  delegable: z.boolean().default(true).describe('Người được ủy quyền cũng phê duyệt được'),
  alsoGrants: z.array(roleKey).default([]).describe('Vai trò mà người phê duyệt được phân cho chi bộ trực thuộc'),
  ...dated,
})

const codes = z.strictObject({
  validMinutes: count.max(60),
  tries: count.max(10),
  perAccountPerHour: count,
  perNumberPerDay: count,
  perAddressPerHour: count,
  perTenantPerDay: count,
  ...dated,
})

const seats = z.strictObject({
  at: z.array(z.string()).nonempty().describe('Khóa các cấp, hoặc agencies'),
  perUnit: count.default(1),
  decisionRequired: z.boolean().default(true).describe('Giao tài khoản quản trị phải có quyết định'),
  ...dated,
})

export const accounts = z.strictObject({
  registration: z.enum(['self', 'issued']).describe('self: đảng viên tự đăng ký; issued: được cấp'),
  approvedBy: approvedBy.optional(),
  cardScheme: z.array(cardScheme),
  codes,
  sessions: z.strictObject({ slidingHours: count, absoluteHours: count }),
  totpRoles: z.array(roleKey),
  seats: seats.optional(),
  fourEyes: z
    .strictObject({ roles: z.array(roleKey).nonempty(), ...dated })
    .optional()
    .describe('Vai trò phải có người thứ hai xác nhận khi phân quyền'),
  decidedGrants: z
    .strictObject({ roles: z.array(roleKey).nonempty(), ...dated })
    .optional()
    .describe('Vai trò chỉ được phân quyền trực tiếp khi có quyết định'),
  reminders: z
    .strictObject({
      approvalDays: count.describe('Sau ngần này ngày chờ duyệt thì nhắc người duyệt'),
      expiryDays: count.describe('Trước ngần này ngày thì báo vai trò sắp hết hạn'),
      ...dated,
    })
    .optional(),
  cite: dated.cite,
})
export type Accounts = z.output<typeof accounts>
