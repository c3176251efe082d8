import { member } from '@sotay/domain/members'
import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { delegation, roleGrant } from '../accounts'
import { leaveRoster, returnToRoster } from '../members'
import { delegateApproval } from './delegate-approval'
import { makeSeat, someDecision } from './factory'
import { grantRole } from './grant-role'
import { addToGroup } from './group-members'
import { handOverSeat } from './hand-over-seat'
import { listProposals } from './list-proposals'
import { openGroup } from './open-group'
import { seatHistory } from './seat-history'
import { arrive } from './testing'

let tenant: TestTenant
let manager: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  tenant = await createTestTenant()
  manager = await tenant.as('organisation_dept', tenant.units.root)
})

/** Somebody who holds one of each: a seat, a role, a place in a group, another's right to approve. */
async function officer() {
  const { grassroots, cell } = tenant.units
  const person = await tenant.make.member({ memberSince: '2020-01-01' })
  const committee = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'grassroots' })
  const { seatId } = await makeSeat(tenant.ctx, { unitId: committee.id, memberId: person.id })
  await grantRole(manager, { memberIds: [person.id], role: 'cell_secretary', unitId: cell.id })
  await grantRole(manager, { memberIds: [person.id], role: 'cell_deputy', unitId: cell.id, validFrom: '2024-06-01' })
  const roles = [{ role: 'editor', unitId: grassroots.id }]
  const { id: groupId } = await openGroup(manager, { unitId: grassroots.id, name: 'Tổ biên tập', roles })
  await addToGroup(manager, { groupId, memberIds: [person.id] })
  const secretary = await tenant.as('committee_secretary', grassroots)
  await delegateApproval(secretary, { unitId: grassroots.id, memberId: person.id, validUntil: '2024-06-30' })
  const device = await arrive(tenant.ctx, person.id)
  return { person, device, seatId, committee }
}
const delegationsTo = (memberId: string) =>
  tenant.ctx.db.select().from(delegation).where(eq(delegation.toMemberId, memberId))
const endingsOf = (memberId: string) =>
  tenant.ctx.db
    .select({ details: auditEntry.details })
    .from(auditEntry)
    .where(and(eq(auditEntry.action, 'authority.offices-ended'), eq(auditEntry.subjectId, memberId)))

test('who leaves the roster holds nothing any more and is signed out; who comes back is given nothing back', async () => {
  const { person, device, seatId, committee } = await officer()
  expect(await device.roles()).toHaveLength(3)
  await leaveRoster(tenant.ctx, { memberId: person.id, on: '2024-01-11', leaving: 'expelled' })
  expect(await device.signedIn()).toBe(false)
  const { custodies } = await seatHistory(manager, { seatId })
  expect(custodies).toMatchObject([{ state: 'cancelled', endedWith: 'left' }])
  expect(await delegationsTo(person.id)).toMatchObject([{ endedAt: tenant.ctx.clock.now() }])
  const [told] = await endingsOf(person.id)
  expect(told?.details).toMatchObject({ cause: 'left:expelled', last: '2024-01-10' })
  expect(Object.entries(told!.details).map(([kind, ids]) => [kind, Array.isArray(ids) ? ids.length : 0])).toEqual(
    expect.arrayContaining([
      ['roles', 4],
      ['custodies', 1],
      ['groups', 1],
      ['delegations', 1],
    ]),
  )
  const next = await tenant.make.member()
  await expect(handOverSeat(manager, { seatId, memberId: next.id, decision: someDecision() })).rejects.toMatchObject({
    code: 'authority.seat-vacant',
  })
  await returnToRoster(tenant.ctx, { memberId: person.id })
  expect(await device.roles()).toEqual([])
  expect((await device.request()).actor.delegations).toEqual([])
  expect(committee.id).not.toBe(person.unitId)
})

test('a leaving of an earlier day ends offices with that day; what began since held no days', async () => {
  const own = await createTestTenant()
  const person = await own.make.member({ memberSince: '2020-01-01' })
  own.clock.set(new Date('2024-01-05T03:00:00Z'))
  const { seatId } = await makeSeat(own.ctx, { unitId: own.units.grassroots.id, memberId: person.id })
  own.clock.set(new Date('2024-01-11T03:00:00Z'))
  await leaveRoster(own.ctx, { memberId: person.id, on: '2024-01-07', leaving: 'deceased' })
  expect((await seatHistory(own.ctx, { seatId })).custodies).toMatchObject([
    { validFrom: '2024-01-05', validUntil: '2024-01-07', state: 'ended', endedWith: 'left' },
  ])
})

test('a role proposed for somebody who leaves is no longer for anybody to confirm', async () => {
  const { accounts } = testConfiguration('thu')
  const own = await createTestTenant({ accounts: { ...accounts, fourEyes: { roles: ['unit_admin'] } } })
  const person = await own.make.member({ memberSince: '2020-01-01' })
  const unitId = own.units.grassroots.id
  const proposer = await own.as('organisation_dept', own.units.root)
  const { proposalIds } = await grantRole(proposer, { memberIds: [person.id], role: 'unit_admin', unitId })
  await leaveRoster(own.ctx, { memberId: person.id, on: '2024-01-10', leaving: 'resigned' })
  const [line] = await listProposals(await own.as('organisation_dept', own.units.root))
  expect(line).toMatchObject({ id: proposalIds[0], status: 'withdrawn' })
})

test('the history of a departed stays: only what lasts beyond the day ends', async () => {
  const person = await tenant.make.member({ memberSince: '2020-01-01' })
  await leaveRoster(tenant.ctx, { memberId: person.id, on: '2024-01-10', leaving: 'removed' })
  expect(await endingsOf(person.id)).toEqual([])
  const [row] = await tenant.ctx.db.select().from(member).where(eq(member.id, person.id))
  expect(row?.leftOn).toBe('2024-01-10')
})

test('whoever is leaving while a role is given to them holds none afterwards, whichever came first', async () => {
  for (const round of [1, 2, 3]) {
    const person = await tenant.make.member({ memberSince: '2020-01-01' })
    const given = { memberIds: [person.id], role: 'cell_deputy', unitId: tenant.units.cell.id }
    const left = { memberId: person.id, on: '2024-01-11', leaving: 'deceased' as const }
    const grant = () => grantRole(manager, given).catch((error) => expect(error.kind).toBe('not-found'))
    const leave = () => leaveRoster(tenant.ctx, left)
    await Promise.all(round % 2 ? [grant(), leave()] : [leave(), grant()])
    const standing = and(eq(roleGrant.memberId, person.id), isNull(roleGrant.validUntil))
    expect(await tenant.ctx.db.$count(roleGrant, standing)).toBe(0)
  }
})
