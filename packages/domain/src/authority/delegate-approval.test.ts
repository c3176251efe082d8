import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { approveAccount, listAwaitingAccounts } from '../accounts'
import { makeAccount } from '../accounts/factory'
import { delegateApproval } from './delegate-approval'
import { endDelegation } from './end-delegation'
import { endGrants } from './end-grants'
import { grantRole } from './grant-role'
import { listDelegations } from './list-delegations'
import { arrive, type Device } from './testing'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

async function awaiting(of = tenant) {
  const person = await of.make.member()
  const given = { memberId: person.id, password: { hash: 'không so sánh' }, status: 'awaiting_approval' as const }
  return makeAccount(of.ctx, given)
}

/** A secretary of the grassroots committee and a member of one of its cells, both signed in. */
async function pair(of = tenant) {
  const [secretary, deputy] = [await of.make.member(), await of.make.member()]
  const at = of.units.grassroots.id
  const { grantIds } = await grantRole(of.ctx, { memberIds: [secretary.id], role: 'committee_secretary', unitId: at })
  return {
    office: grantIds,
    secretary: await arrive(of.ctx, secretary.id),
    deputy: await arrive(of.ctx, deputy.id),
    at,
  }
}
const approves = async (device: Device, of = tenant) => {
  const { accountId } = await awaiting(of)
  return approveAccount(await device.request(), { accountId }).then(
    () => true,
    (error) => {
      expect(error).toMatchObject({ kind: 'not-found' })
      return false
    },
  )
}

test('who is delegated approves on the days given, from their own account, and nothing else', async () => {
  const own = await createTestTenant()
  const { secretary, deputy, at } = await pair(own)
  const days = { validFrom: '2024-01-15', validUntil: '2024-01-16' }
  await delegateApproval(await secretary.request(), { unitId: at, memberId: deputy.memberId, ...days })
  for (const [moment, expected] of [
    ['2024-01-14T16:59:00Z', false],
    ['2024-01-14T17:01:00Z', true],
    ['2024-01-16T16:59:00Z', true],
    ['2024-01-16T17:01:00Z', false],
  ] as const) {
    own.clock.set(new Date(moment))
    await deputy.roles()
    expect(`${moment} ${await approves(deputy, own)}`).toBe(`${moment} ${expected}`)
  }
  own.clock.set(new Date('2024-01-15T03:00:00Z'))
  await deputy.roles()
  const acting = await deputy.request()
  await awaiting(own)
  expect((await listAwaitingAccounts(acting)).total).toBe(3) // two that nobody could decide above, and this one
  expect(acting.actor.grants.map(({ role }) => role)).toEqual(['member'])
  // It cannot be handed on, and grants no role.
  const onward = { unitId: at, memberId: (await own.make.member()).id, validUntil: '2024-01-16' }
  await expect(delegateApproval(acting, onward)).rejects.toMatchObject({ kind: 'not-found' })
  const given = { memberIds: [onward.memberId], role: 'cell_deputy', unitId: own.units.cell.id }
  await expect(grantRole(acting, given)).rejects.toMatchObject({ kind: 'not-found' })
})

test('taken back, it is gone with the next request; so it is when the secretary’s office ends', async () => {
  const first = await pair()
  const given = { unitId: first.at, memberId: first.deputy.memberId, validUntil: '2024-12-31' }
  const { id } = await delegateApproval(await first.secretary.request(), given)
  expect(await approves(first.deputy)).toBe(true)
  const stranger = await tenant.as('committee_secretary', tenant.units.root)
  await expect(endDelegation(stranger, { delegationId: id })).rejects.toMatchObject({ kind: 'not-found' })
  await endDelegation(await first.secretary.request(), { delegationId: id })
  expect(await approves(first.deputy)).toBe(false)
  const twice = endDelegation(await first.secretary.request(), { delegationId: id })
  await expect(twice).rejects.toMatchObject({ code: 'authority.delegation-over' })

  const second = await pair()
  const another = { unitId: second.at, memberId: second.deputy.memberId, validUntil: '2024-12-31' }
  await delegateApproval(await second.secretary.request(), another)
  expect(await approves(second.deputy)).toBe(true)
  await endGrants(tenant.ctx, { grantIds: second.office })
  expect(await approves(second.deputy)).toBe(false)
})

test('only the office’s holder delegates, within the committee, to another, once', async () => {
  const { secretary, deputy, at } = await pair()
  const given = { unitId: at, memberId: deputy.memberId, validUntil: '2024-12-31' }
  for (const other of [
    await tenant.as('unit_admin', tenant.units.grassroots),
    await tenant.as('committee_secretary', tenant.units.root),
    await tenant.as('organisation_dept', tenant.units.root),
    await tenant.as('cell_secretary'),
  ]) {
    await expect(delegateApproval(other, given)).rejects.toMatchObject({ kind: 'not-found' })
  }
  const mine = await secretary.request()
  const self = { ...given, memberId: secretary.memberId }
  await expect(delegateApproval(mine, self)).rejects.toMatchObject({ code: 'authority.own-role' })
  const sister = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'cell', kind: 'cell' })
  const foreign = await tenant.make.member({ unitId: sister.id })
  await expect(delegateApproval(mine, { ...given, memberId: foreign.id })).rejects.toMatchObject({ kind: 'not-found' })
  const late = { ...given, validFrom: '2024-02-01', validUntil: '2024-01-20' }
  await expect(delegateApproval(mine, late)).rejects.toMatchObject({ kind: 'invalid' })
  await delegateApproval(mine, given)
  await expect(delegateApproval(mine, given)).rejects.toMatchObject({ code: 'authority.already-delegated' })
  expect(await listDelegations(mine)).toContainEqual(expect.objectContaining({ state: 'current', endable: true }))
})

test('where the rule is personal, nothing is delegated, and what was is not honoured', async () => {
  const { accounts } = testConfiguration('thu')
  const approvedBy = { ...accounts.approvedBy!, delegable: false }
  const strict = await createTestTenant({ accounts: { ...accounts, approvedBy } })
  const { secretary, deputy, at } = await pair(strict)
  const given = { unitId: at, memberId: deputy.memberId, validUntil: '2024-12-31' }
  const refused = { code: 'authority.not-delegable' }
  await expect(delegateApproval(await secretary.request(), given)).rejects.toMatchObject(refused)
  const lenient = await secretary.request()
  const config = { ...lenient.config, accounts }
  await delegateApproval({ ...lenient, config }, given)
  expect(await approves(deputy, strict)).toBe(false)
})
