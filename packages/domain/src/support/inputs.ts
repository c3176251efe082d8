import { roleKeys } from '@sotay/tenant-config'
import { z } from 'zod'

export const openVisitInput = z.object({
  operatorName: z.string().min(1).max(120),
  reason: z.string().trim().min(10, 'support.reason-needed').max(500, 'support.reason-needed'),
  ticket: z.string().trim().min(2, 'support.ticket-needed').max(60, 'support.ticket-needed'),
  minutes: z.coerce
    .number({ error: 'support.minutes-needed' })
    .int('support.minutes-needed')
    .min(5, 'support.minutes-needed'),
  role: z.enum(roleKeys, 'support.role-needed'),
})
export type OpenVisit = z.input<typeof openVisitInput>

/** What the vendor's console showed, once. */
export const enterVisitInput = z.object({
  code: z.string({ error: 'support.code-refused' }).trim().max(100, 'support.code-refused'),
})
export type EnterVisit = z.input<typeof enterVisitInput>

export const grantHours = ['1', '4', '24', '72'] as const
export const grantWritingInput = z.object({ hours: z.enum(grantHours, 'support.hours-needed') })
export type GrantWriting = z.input<typeof grantWritingInput>

export const visitInput = z.object({ visitId: z.uuid() })
export type VisitReference = z.input<typeof visitInput>
