import { composed } from '@sotay/kernel/composed'
import { z } from 'zod'

const spaced = (text: string) => text.replace(/\s+/g, ' ')
const day = (code: string) => z.iso.date({ error: code })
const optionalDay = (code: string) => day(code).nullable().default(null)

export const genders = ['male', 'female'] as const
export const leavings = ['transferred-out', 'deceased', 'removed', 'expelled', 'resigned'] as const

/** What a line of the roster says of a person, as it is typed. */
const line = {
  fullName: z
    .string({ error: 'members.name-needed' })
    .trim()
    .min(2, 'members.name-needed')
    .max(120, 'members.name-long')
    .overwrite(composed)
    .transform(spaced),
  cardNumber: z
    .string({ error: 'members.card-needed' })
    .trim()
    .min(1, 'members.card-needed')
    .max(40, 'members.card-format'),
  phone: z.string().trim().max(30, 'members.phone-format').nullable().default(null),
  gender: z.enum(genders).nullable().default(null),
  birthDate: optionalDay('members.birth-format'),
  admittedOn: optionalDay('members.admitted-format'),
  confirmedOn: optionalDay('members.confirmed-format'),
}

export const addMemberInput = z.object({
  unitId: z.uuid('members.unit-needed'),
  ...line,
  status: z.enum(['probationary', 'full'], 'members.status-needed'),
  /** The first day in this unit; today when absent. */
  memberSince: day('members.since-format').optional(),
  /** Two members of one household may be reached under one number; said on purpose. */
  sharedPhone: z.boolean().default(false),
})
export type AddMember = z.input<typeof addMemberInput>

const shown = z.string().max(500).nullable().default(null)
export const reviseMemberInput = z.object({
  memberId: z.uuid(),
  /** The revision the editor saw. */
  revision: z.number().int().min(1),
  ...line,
  probationEndsOn: optionalDay('members.probation-format'),
  sharedPhone: z.boolean().default(false),
  /** The fields as the editor saw them, to tell what was changed by whom. */
  seen: z.object({
    fullName: shown,
    cardNumber: shown,
    phone: shown,
    gender: shown,
    birthDate: shown,
    admittedOn: shown,
    confirmedOn: shown,
    probationEndsOn: shown,
  }),
})
export type ReviseMember = z.input<typeof reviseMemberInput>

export const confirmMemberInput = z.object({ memberId: z.uuid(), confirmedOn: day('members.confirmed-format') })
export type ConfirmMember = z.input<typeof confirmMemberInput>

export const exemptMemberInput = z.object({
  memberId: z.uuid(),
  from: day('members.exempt-format'),
  until: optionalDay('members.exempt-format'),
})
export type ExemptMember = z.input<typeof exemptMemberInput>

export const endExemptionInput = z.object({ memberId: z.uuid(), on: day('members.exempt-format') })
export type EndExemption = z.input<typeof endExemptionInput>

export const leaveRosterInput = z.object({
  memberId: z.uuid(),
  on: day('members.left-format'),
  leaving: z.enum(leavings, 'members.leaving-needed'),
})
export type LeaveRoster = z.input<typeof leaveRosterInput>

export const returnToRosterInput = z.object({
  memberId: z.uuid(),
  /** The first day back; absent when the leaving itself was a mistake. */
  on: day('members.return-format').optional(),
  /** The cell to return to; the last one when absent. */
  unitId: z.uuid('members.unit-needed').optional(),
})
export type ReturnToRoster = z.input<typeof returnToRosterInput>

export const statuses = ['full', 'probationary', 'exempt', 'left'] as const
export const orders = ['given', 'name', 'admitted'] as const
const age = z.number().int().min(0).max(150).optional()

/** Which lines of the roster are meant. */
export const rosterFilterInput = z.object({
  /** Name with or without diacritics, card or telephone however they are separated. */
  search: z.string().trim().max(80).overwrite(composed).default(''),
  /** A unit with everything below it. */
  unitId: z.uuid().optional(),
  status: z.enum(statuses).optional(),
  gender: z.enum(genders).optional(),
  /** Full years of life, both included. */
  ageFrom: age,
  ageTo: age,
  admittedFrom: z.iso.date().optional(),
  admittedTo: z.iso.date().optional(),
  confirmedFrom: z.iso.date().optional(),
  confirmedTo: z.iso.date().optional(),
  /** Probation ends on this day or before it. */
  probationBy: z.iso.date().optional(),
})
export type RosterFilter = z.input<typeof rosterFilterInput>
export type ParsedRosterFilter = z.output<typeof rosterFilterInput>

export const listMembersInput = rosterFilterInput.extend({
  order: z.enum(orders).default('given'),
  /** The key the page before ended with. */
  after: z
    .string()
    .max(200)
    .regex(/^[^~]*~[0-9a-f-]{36}$/)
    .optional(),
  size: z.number().int().min(1).max(100).default(50),
})
export type ListMembers = z.input<typeof listMembersInput>

/** The most lines one bulk act changes. */
export const MOST_AT_ONCE = 10_000
const chosen = {
  memberIds: z.array(z.uuid()).max(MOST_AT_ONCE).default([]),
  /** All that match, of which there were so many when they were chosen. */
  all: z.object({ filter: rosterFilterInput, expected: z.number().int().min(1) }).optional(),
}
export const actOnMembersInput = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('exempt'),
    from: day('members.exempt-format'),
    until: optionalDay('members.exempt-format'),
    ...chosen,
  }),
  z.object({ act: z.literal('end-exemption'), on: day('members.exempt-format'), ...chosen }),
  z.object({ act: z.literal('set-probation-end'), on: day('members.probation-format'), ...chosen }),
  z.object({ act: z.literal('confirm'), on: day('members.confirmed-format'), ...chosen }),
])
export type ActOnMembers = z.input<typeof actOnMembersInput>
export type ParsedActOnMembers = z.output<typeof actOnMembersInput>

export const saveViewInput = z.object({
  page: z.string().regex(/^\/[a-z0-9/-]{1,80}$/),
  name: z
    .string({ error: 'members.view-name' })
    .trim()
    .min(1, 'members.view-name')
    .max(80, 'members.view-name')
    .overwrite(composed),
  query: z.string().max(1000).default(''),
})
export type SaveView = z.input<typeof saveViewInput>

export const exportColumns = [
  'fullName',
  'cardNumber',
  'unit',
  'committee',
  'status',
  'gender',
  'birthDate',
  'admittedOn',
  'confirmedOn',
  'probationEndsOn',
  'exemption',
  'phone',
] as const
export type ExportColumn = (typeof exportColumns)[number]
export const exportMembersInput = rosterFilterInput.extend({
  order: z.enum(orders).default('given'),
  columns: z.array(z.enum(exportColumns), 'members.columns-needed').min(1, 'members.columns-needed'),
  format: z.enum(['xlsx', 'pdf']).default('xlsx'),
})
export type ExportMembers = z.input<typeof exportMembersInput>
