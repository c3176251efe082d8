import * as z from 'zod'
import { dated, text } from './dated'

export const roleKeys = [
  'member',
  'cell_secretary',
  'cell_deputy',
  'committee_secretary',
  'unit_admin',
  'editor',
  'editor_in_chief',
  'contributor',
  'organisation_dept',
  'propaganda_dept',
  'inspection',
  'steering_secretary',
  'statistics_officer',
  'tenant_admin',
] as const

export const roleKey = z.enum(roleKeys)
export type RoleKey = z.output<typeof roleKey>

const permission = z
  .string()
  .regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/, 'phải có dạng phân-hệ.quyền, ví dụ news.publish')

const role = z.strictObject({
  key: roleKey,
  name: text,
  at: z.array(z.string()).nonempty().describe('member, khóa một cấp, agency:<khóa cơ quan>, hoặc steering'),
  grants: z.array(permission).optional().describe('Quyền cộng thêm vào quyền sẵn có của vai trò'),
  ...dated,
})
export type Role = z.output<typeof role>

export const roles = z.array(role).nonempty()
