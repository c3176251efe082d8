import type { OperatorRole } from '@sotay/tenancy/schema'
import { z } from 'zod'
import { operatorPassword } from '../platform/operator-password'

const role = z.enum(['viewer', 'operator', 'owner'] satisfies OperatorRole[], 'operations.role-needed')

/** The first form of a sign-in. `address` is the visitor's, for the limits. */
export const operatorPasswordInput = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(512),
  address: z.string(),
})
export type OperatorPassword = z.input<typeof operatorPasswordInput>

/** The second: what the first gave, and the code of the authenticator app. */
const code = z
  .string({ error: 'operations.code-refused' })
  .max(20, 'operations.code-refused')
  .transform((text) => text.replace(/\s/g, ''))
export const operatorCodeInput = z.object({
  challenge: z.string().max(1024),
  code,
  /** As the operator will recognise it. */
  device: z
    .string()
    .default('')
    .transform((text) => text.slice(0, 120)),
})
export type OperatorCode = z.input<typeof operatorCodeInput>

export const inviteOperatorInput = z.object({
  email: z.email('operations.email-needed').max(200, 'operations.email-needed').toLowerCase(),
  name: z.string().trim().min(2, 'operations.name-needed').max(120, 'operations.name-needed'),
  role,
})
export type InviteOperator = z.input<typeof inviteOperatorInput>

/** What the person behind a link types. `password` is chosen for an invitation, and the old one for a second factor. */
export const useLinkInput = z.object({ token: z.string().max(100), password: z.string().max(512), code })
export type UseLink = z.input<typeof useLinkInput>
export { operatorPassword }

export const operatorRoleInput = z.object({ operatorId: z.uuid(), role })
export type ChangeOperatorRole = z.input<typeof operatorRoleInput>

export const operatorPasswordChangeInput = z.object({
  password: z.string().max(512),
  newPassword: operatorPassword,
})
export type ChangeOperatorPassword = z.input<typeof operatorPasswordChangeInput>

export const operatorFactorInput = z.object({ password: z.string().max(512), sealed: z.string().max(400), code })
export type ChangeOperatorFactor = z.input<typeof operatorFactorInput>
