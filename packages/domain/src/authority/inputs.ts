import { z } from 'zod'
import { decisionFields } from '../organisation/inputs'

/** As many as one page shows and one act may name. */
const PAGE = 50

const day = z.iso.date({ error: 'authority.day-format' })
const openDay = day.nullable().default(null)
const person = z.uuid({ error: 'authority.person-needed' })
const people = z
  .array(person, { error: 'authority.person-needed' })
  .min(1, 'authority.person-needed')
  .max(PAGE, 'authority.too-many')
const place = z.uuid({ error: 'authority.unit-needed' })
const role = z
  .string({ error: 'authority.role-needed' })
  .min(1, 'authority.role-needed')
  .max(40, 'authority.role-needed')
const name = z
  .string({ error: 'authority.name-needed' })
  .trim()
  .min(2, 'authority.name-needed')
  .max(200, 'authority.name-needed')
const reason = z
  .string({ error: 'authority.reason-needed' })
  .trim()
  .min(5, 'authority.reason-needed')
  .max(500, 'authority.reason-needed')
const search = z.string().trim().max(80).default('')
const period = { validFrom: day.optional(), validUntil: openDay }

/** The decision by which a seat or a role is given; asked for where the province says so. */
export const decisionInput = z.object(decisionFields)

export const grantRoleInput = z.object({
  memberIds: people,
  role,
  unitId: place,
  ...period,
  decision: decisionInput.optional(),
})
export type GrantRole = z.input<typeof grantRoleInput>

export const endGrantsInput = z.object({
  grantIds: z.array(z.uuid(), { error: 'authority.nothing-chosen' }).min(1, 'authority.nothing-chosen').max(PAGE),
})
export type EndGrants = z.input<typeof endGrantsInput>

export const changeGrantInput = z.object({ grantId: z.uuid(), validUntil: openDay })
export type ChangeGrant = z.input<typeof changeGrantInput>

export const grantStates = ['current', 'expiring', 'planned', 'ended', 'cancelled'] as const
export type GrantState = (typeof grantStates)[number]

export const listGrantsInput = z.object({
  unitId: z.uuid().optional(),
  role: z.string().max(40).optional(),
  state: z.enum(grantStates).default('current'),
  search,
  memberId: z.uuid().optional(),
  after: z.uuid().optional(),
  size: z.number().int().min(1).max(PAGE).default(PAGE),
})
export type ListGrants = z.input<typeof listGrantsInput>

export const proposalInput = z.object({ proposalId: z.uuid() })
export type ProposalReference = z.input<typeof proposalInput>

export const openSeatInput = z.object({ unitId: place, name, role })
export type OpenSeat = z.input<typeof openSeatInput>
export const seatInput = z.object({ seatId: z.uuid() })
export type SeatReference = z.input<typeof seatInput>

export const appointCustodianInput = z.object({
  seatId: z.uuid(),
  memberId: person,
  ...period,
  decision: decisionInput.optional(),
})
export type AppointCustodian = z.input<typeof appointCustodianInput>

export const handOverSeatInput = z.object({
  seatId: z.uuid(),
  memberId: person,
  /** The first day of who takes over; today when absent. */
  on: day.optional(),
  validUntil: openDay,
  decision: decisionInput.optional(),
})
export type HandOverSeat = z.input<typeof handOverSeatInput>

export const revokeCustodyInput = z.object({ custodyId: z.uuid(), reason })
export type RevokeCustody = z.input<typeof revokeCustodyInput>

export const seatStates = ['all', 'held', 'vacant', 'expiring'] as const
export const listSeatsInput = z.object({
  state: z.enum(seatStates).default('all'),
  search,
  after: z.uuid().optional(),
  size: z.number().int().min(1).max(PAGE).default(PAGE),
})
export type ListSeats = z.input<typeof listSeatsInput>

export const groupRole = z.object({ role, unitId: place })
export const openGroupInput = z.object({ unitId: place, name, roles: z.array(groupRole).max(20).default([]) })
export type OpenGroup = z.input<typeof openGroupInput>
export const groupInput = z.object({ groupId: z.uuid() })
export type GroupReference = z.input<typeof groupInput>
export const groupRoleInput = groupRole.extend({ groupId: z.uuid() })
export type GroupRole = z.input<typeof groupRoleInput>
export const addToGroupInput = z.object({ groupId: z.uuid(), memberIds: people, ...period })
export type AddToGroup = z.input<typeof addToGroupInput>
export const groupMemberInput = z.object({ groupMemberId: z.uuid() })
export type GroupMemberReference = z.input<typeof groupMemberInput>
export const listGroupsInput = z.object({ search, after: z.uuid().optional() })
export type ListGroups = z.input<typeof listGroupsInput>

export const delegateApprovalInput = z.object({
  unitId: place,
  memberId: person,
  validFrom: day.optional(),
  validUntil: day,
  reason: z.string().trim().max(500, 'authority.reason-needed').optional(),
})
export type DelegateApproval = z.input<typeof delegateApprovalInput>
export const delegationInput = z.object({ delegationId: z.uuid() })
export type DelegationReference = z.input<typeof delegationInput>

export const memberChoicesInput = z.object({ search, limit: z.number().int().min(1).max(20).default(10) })
export type MemberChoices = z.input<typeof memberChoicesInput>
