import * as z from 'zod'
import { dated, key, text } from './dated'
import { duration } from './duration'

const newsOccasions = [
  'working-hours',
  'out-of-hours',
  'provincial-document-issued',
  'central-document-received',
] as const

/** `within` counts clock minutes from the end of the event (or from issue or receipt of the document). */
const deadline = z.strictObject({ when: z.enum(newsOccasions), within: duration, ...dated })
export type NewsDeadline = z.output<typeof deadline>

const board = z.strictObject({
  level: z.string().describe('Khóa một cấp'),
  name: text,
  standingAgency: z.string().optional().describe('Khóa cơ quan thường trực của ban biên tập'),
  approves: z.boolean().default(true).describe('Cấp này tự duyệt và chịu trách nhiệm về tin bài của mình'),
  ...dated,
})

const column = z.strictObject({ key, name: text, ...dated })

const feed = z.strictObject({
  key,
  name: text,
  kind: z.enum(['press', 'broadcast', 'portal']),
  url: z
    .url({ protocol: /^https$/, error: 'phải là địa chỉ https' })
    .optional()
    .describe('Do tỉnh điền khi có nguồn tin'),
  ...dated,
})

export const newsroom = z.strictObject({
  owner: z.string().describe('Khóa cơ quan'),
  boards: z.array(board).nonempty(),
  columns: z.array(column).nonempty(),
  deadlines: z.array(deadline),
  feeds: z.array(feed).default([]),
  formats: z.array(z.enum(['text', 'image', 'audio', 'video', 'graphic'])).default(['text', 'image']),
  readAloud: z.boolean().default(true),
  royalties: z.boolean().default(false),
  cite: dated.cite,
})
export type Newsroom = z.output<typeof newsroom>
