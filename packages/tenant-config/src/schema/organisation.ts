import * as z from 'zod'
import { dated, key, text } from './dated'

/**
 * A tier of the tree, from the top down. Ragged: a unit may hang under any level above its own.
 * `until` stops new units at this level; standing units end by their own dates.
 */
const level = z.strictObject({
  key,
  name: text,
  committee: z
    .union([text, z.array(text).nonempty()], { error: 'phải là một tên hoặc danh sách tên cấp ủy' })
    .transform((names) => (typeof names === 'string' ? [names] : names)),
  members: z.boolean().optional().describe('true ở cấp mà đảng viên sinh hoạt'),
  ...dated,
})
export type Level = z.output<typeof level>

const agency = z.strictObject({ key, name: text, shortName: text.optional(), ...dated })
export type Agency = z.output<typeof agency>

export const organisation = z.strictObject({
  levels: z.array(level).nonempty('phải có ít nhất một cấp'),
  agencies: z.array(agency),
})
export type Organisation = z.output<typeof organisation>
