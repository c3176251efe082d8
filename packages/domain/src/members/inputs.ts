import { z } from 'zod'

export const addMemberInput = z.object({
  unitId: z.uuid(),
  fullName: z.string().trim().min(2).max(120).normalize('NFC'),
  cardNumber: z.string().trim().min(1).max(40),
  phone: z.string().trim().max(20).nullable(),
  status: z.enum(['probationary', 'full']),
  birthDate: z.iso.date().nullable().default(null),
  admittedOn: z.iso.date().nullable().default(null),
  confirmedOn: z.iso.date().nullable().default(null),
  /** The first day in this unit; today when absent. */
  memberSince: z.iso.date().optional(),
})
export type AddMember = z.input<typeof addMemberInput>
