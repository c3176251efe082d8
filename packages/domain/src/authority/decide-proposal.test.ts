import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { roleGrant } from '../accounts'
import { unit } from '../organisation'
import { changeGrant } from './change-grant'
import { confirmProposal, refuseProposal, withdrawProposal } from './decide-proposal'
import { grantRole } from './grant-role'
import { countProposals, listProposals } from './list-proposals'
import { openGroup } from './open-group'
import { openSeat } from './open-seat'

let tenant: TestTenant
let agencyId: string
let officers: Awaited<ReturnType<TestTenant['as']>>[]
beforeAll(async () => {
  const { accounts } = testConfiguration('thu')
  tenant = await createTestTenant({ accounts: { ...accounts, fourEyes: { roles: ['tenant_admin'] } } })
  const [agency] = await tenant.ctx.db.select().from(unit).where(eq(unit.level, 'organisation'))
  agencyId = agency!.id
  officers = [
    await tenant.as('tenant_admin', tenant.units.root),
    await tenant.as('organisation_dept', tenant.units.root),
    await tenant.as('tenant_admin', tenant.units.root),
  ]
})

async function propose(days: { validFrom?: string; validUntil?: string } = {}) {
  const person = await tenant.make.member()
  const given = { memberIds: [person.id], role: 'tenant_admin', unitId: agencyId, ...days }
  const { grantIds, proposalIds } = await grantRole(officers[0]!, given)
  return { person, grantIds, proposalId: proposalIds[0]!, given }
}
const held = (memberId: string) => tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.memberId, memberId))

test('a role of four eyes is held once a second officer confirms, and not before', async () => {
  const { person, grantIds, proposalId } = await propose({ validUntil: '2024-12-31' })
  expect(grantIds).toEqual([])
  expect(await held(person.id)).toEqual([])
  expect(await countProposals(officers[0]!)).toBe(0)
  expect(await countProposals(officers[1]!)).toBe(1)
  await expect(confirmProposal(officers[0]!, { proposalId })).rejects.toMatchObject({ code: 'authority.own-proposal' })
  await expect(refuseProposal(officers[0]!, { proposalId })).rejects.toMatchObject({ code: 'authority.own-proposal' })
  await confirmProposal(officers[1]!, { proposalId })
  expect(await held(person.id)).toMatchObject([
    { role: 'tenant_admin', validFrom: '2024-01-11', validUntil: '2024-12-31', grantedBy: officers[1]!.actor.memberId },
  ])
  await expect(confirmProposal(officers[2]!, { proposalId })).rejects.toMatchObject({
    code: 'authority.proposal-decided',
  })
})

test('nobody confirms a role for themselves, and who may not manage decides nothing', async () => {
  const concerned = officers[2]!
  const given = { memberIds: [concerned.actor.memberId], role: 'tenant_admin', unitId: agencyId }
  const [proposalId] = (await grantRole(officers[0]!, given)).proposalIds
  await expect(confirmProposal(concerned, { proposalId: proposalId! })).rejects.toMatchObject({
    code: 'authority.own-role',
  })
  for (const role of ['unit_admin', 'committee_secretary', 'member', 'inspection'] as const) {
    const other = await tenant.as(role, tenant.units.root)
    await expect(confirmProposal(other, { proposalId: proposalId! })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(listProposals(other)).rejects.toMatchObject({ kind: 'not-found' })
  }
  const narrow = await tenant.as('organisation_dept', tenant.units.grassroots)
  await expect(refuseProposal(narrow, { proposalId: proposalId! })).rejects.toMatchObject({ kind: 'not-found' })
  await refuseProposal(officers[1]!, { proposalId: proposalId! })
  expect((await held(concerned.actor.memberId)).length).toBe(0)
})

test('a proposal is taken back by who made it alone, and a second one waits for the first', async () => {
  const { proposalId, given } = await propose()
  await expect(grantRole(officers[1]!, given)).rejects.toMatchObject({ code: 'authority.already-proposed' })
  await expect(withdrawProposal(officers[1]!, { proposalId })).rejects.toMatchObject({ kind: 'not-found' })
  await withdrawProposal(officers[0]!, { proposalId })
  expect((await grantRole(officers[1]!, given)).proposalIds).toHaveLength(1)
})

test('two officers at once decide once; one that confirms late grants no day gone by', async () => {
  const { person, proposalId } = await propose()
  tenant.clock.advance(3 * 24 * 60)
  const outcomes = await Promise.allSettled([
    confirmProposal(officers[1]!, { proposalId }),
    confirmProposal(officers[2]!, { proposalId }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await held(person.id)).toMatchObject([{ validFrom: '2024-01-14' }])
  const short = await propose({ validUntil: '2024-01-15' })
  tenant.clock.advance(3 * 24 * 60)
  await expect(confirmProposal(officers[1]!, short)).rejects.toMatchObject({ code: 'authority.proposal-late' })
})

test('days added to a role of four eyes are proposed, days taken away are not', async () => {
  const person = await tenant.make.member()
  const given = { memberIds: [person.id], role: 'tenant_admin', unitId: agencyId, validUntil: '2024-06-30' }
  const [grantId] = (await grantRole(tenant.ctx, given)).grantIds
  expect(await changeGrant(officers[0]!, { grantId: grantId!, validUntil: '2024-12-31' })).toEqual({ proposed: true })
  expect(await held(person.id)).toMatchObject([{ validUntil: '2024-06-30' }])
  const [waiting] = (await listProposals(officers[1]!)).filter((entry) => entry.memberId === person.id)
  await confirmProposal(officers[1]!, { proposalId: waiting!.id })
  const days = (await held(person.id)).map(({ validFrom, validUntil }) => [validFrom, validUntil]).sort()
  expect(days.at(-1)).toEqual(['2024-07-01', '2024-12-31'])
  expect(await changeGrant(officers[0]!, { grantId: grantId!, validUntil: '2024-05-31' })).toEqual({ proposed: false })
})

test('neither a seat nor a group passes four eyes by', async () => {
  const code = { code: 'authority.four-eyes-only' }
  const seat = { unitId: agencyId, name: 'Quản trị', role: 'tenant_admin' }
  await expect(openSeat(officers[0]!, seat)).rejects.toMatchObject(code)
  const roles = [{ role: 'tenant_admin', unitId: agencyId }]
  await expect(openGroup(officers[0]!, { unitId: agencyId, name: 'Nhóm', roles })).rejects.toMatchObject(code)
})
