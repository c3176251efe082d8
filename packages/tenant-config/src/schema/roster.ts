import * as z from 'zod'
import { count, dated, key, text } from './dated'

/** Answers that a regulation fixes for one field of members' files; a field without them is free text. */
const fileChoice = z.strictObject({
  field: z
    .string()
    .regex(/^[a-z][A-Za-z]{1,40}(\.[a-z][A-Za-z]{1,40})?$/, 'phải là tên một mục của hồ sơ, ví dụ politicalTheory'),
  options: z.array(z.strictObject({ key, name: text })).min(1, 'phải có ít nhất một lựa chọn'),
  cite: dated.cite,
})

/** How the roster is kept: probation, and how much of it may leave in files (QN 8, 16). */
export const roster = z.strictObject({
  probationMonths: count.max(60).describe('Thời hạn dự bị'),
  admissionAge: count.max(60).optional().describe('Tuổi ít nhất khi vào Đảng; không ghi thì không kiểm tra'),
  probationNoticeDays: count
    .max(365)
    .optional()
    .describe('Trước ngần này ngày thì báo đảng viên sắp hết thời hạn dự bị'),
  exports: z.strictObject({
    rows: count.describe('Số dòng nhiều nhất của một tệp xuất ra'),
    perDay: count.describe('Số tệp một người được xuất trong một ngày'),
    cite: dated.cite,
  }),
  importDays: count
    .max(3650)
    .optional()
    .describe('Số ngày giữ tệp đã tải lên để nhập hoặc đối chiếu; không ghi thì 90 ngày'),
  fileChoices: z.array(fileChoice).optional().describe('Các lựa chọn của những mục hồ sơ mà quy định nêu sẵn'),
  cite: dated.cite,
})
export type Roster = z.output<typeof roster>

/** A province of another installation with which signed files are exchanged. */
const partner = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'chỉ gồm chữ thường không dấu, số và dấu gạch, 2 đến 31 ký tự'),
  name: text,
  publicKey: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, 'phải là khóa công khai Ed25519 gồm 43 ký tự, do tỉnh bạn cung cấp')
    .describe('Khóa công khai Ed25519, 32 byte viết theo base64url'),
})

/** Transfers of members between cells (QN 10.2.2). */
export const transfers = z.strictObject({
  decidedBy: z
    .enum(['common-committee', 'province'])
    .describe('common-committee: cấp ủy gần nhất có cả hai chi bộ trực thuộc; province: cấp tỉnh'),
  temporaryMonths: count.max(60).describe('Thời hạn dài nhất của chuyển sinh hoạt tạm thời'),
  answerDays: count.describe('Số ngày mỗi bước phải trả lời'),
  partners: z.array(partner).optional().describe('Tỉnh ở hệ thống khác, trao đổi bằng tệp có chữ ký'),
  cite: dated.cite,
})
export type Transfers = z.output<typeof transfers>

/** How use of the handbook is counted (CV 1). */
export const adoption = z.strictObject({
  activeDays: count.describe('Có đăng nhập trong ngần này ngày thì tính là đang sử dụng'),
  leagueTable: z.boolean().describe('Có xếp thứ tự các đơn vị hay không; không bao giờ xếp thứ tự người'),
  cite: dated.cite,
})
export type Adoption = z.output<typeof adoption>
