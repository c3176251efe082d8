import { transaction } from '@sotay/kernel'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { approveAccount } from './approve-account'
import { makeAccount } from './factory'
import { giveRoles } from './held-roles'
import { listAwaitingAccounts } from './list-awaiting-accounts'
import { returnAccounts, returnReasons } from './return-account'
import { account, roleGrant } from './schema'
import { listApprovedToday, undoApproval } from './undo-approval'

let tenant: TestTenant
let secretary: Awaited<ReturnType<TestTenant['as']>>
beforeEach(async () => {
  tenant = await createTestTenant()
  secretary = await tenant.as('committee_secretary', tenant.units.grassroots)
})

async function awaiting(unitId = tenant.units.cell.id) {
  const person = await tenant.make.member({ unitId })
  const given = { memberId: person.id, password: { hash: 'never compared' }, status: 'awaiting_approval' as const }
  return { ...(await makeAccount(tenant.ctx, given)), memberId: person.id }
}
const statusOf = async (accountId: string) =>
  (await tenant.ctx.db.select().from(account).where(eq(account.id, accountId)))[0]!.status

test('an approval is taken back on its day, with the office it brought', async () => {
  const { accountId, memberId } = await awaiting()
  await approveAccount(secretary, { accountId, roles: ['cell_deputy'] })
  expect(await listApprovedToday(secretary)).toMatchObject([{ accountId }])
  const sister = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'grassroots' })
  const other = await tenant.as('committee_secretary', sister)
  expect(await listApprovedToday(other)).toEqual([])
  await expect(undoApproval(other, { accountId })).rejects.toMatchObject({ kind: 'not-found' })
  await undoApproval(secretary, { accountId })
  expect(await statusOf(accountId)).toBe('awaiting_approval')
  const [grant] = await tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.memberId, memberId))
  expect(grant).toMatchObject({ validFrom: '2024-01-11', validUntil: '2024-01-10' })
  await expect(undoApproval(secretary, { accountId })).rejects.toMatchObject({ code: 'accounts.not-active' })
  await approveAccount(secretary, { accountId })
})

test('not on another day, and not once the member holds another role', async () => {
  const [late, granted] = [await awaiting(), await awaiting()]
  for (const { accountId } of [late, granted]) await approveAccount(secretary, { accountId })
  const role = { role: 'contributor' as const, unitId: tenant.units.cell.id, validFrom: '2024-01-11', validUntil: null }
  await transaction(tenant.ctx, (tx) => giveRoles(tx, [{ memberId: granted.memberId, ...role }]))
  await expect(undoApproval(secretary, granted)).rejects.toMatchObject({ code: 'accounts.undo-granted-since' })
  tenant.clock.set(new Date('2024-01-11T17:00:00Z'))
  await expect(undoApproval(secretary, late)).rejects.toMatchObject({ code: 'accounts.undo-late' })
  expect(await listApprovedToday(secretary)).toEqual([])
})

test('returning many gives each the reason, and counts those that were not there to return', async () => {
  const sister = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'cell', kind: 'cell' })
  const [one, two, foreign] = [await awaiting(), await awaiting(), await awaiting(sister.id)]
  const accountIds = [one, two, foreign].map(({ accountId }) => accountId)
  const reason = 'Số điện thoại chưa khớp'
  expect(await returnAccounts(secretary, { accountIds, reason })).toEqual({ returned: 2, passedOver: 1 })
  const [row] = await tenant.ctx.db.select().from(account).where(eq(account.id, one.accountId))
  expect(row).toMatchObject({ status: 'returned', decisionReason: reason })
  expect(await statusOf(foreign.accountId)).toBe('awaiting_approval')
  await expect(returnAccounts(secretary, { accountIds: [foreign.accountId], reason })).rejects.toMatchObject({
    kind: 'not-found',
  })
})

test('the queue is filtered by unit and by how long somebody waits', async () => {
  const other = await tenant.make.unit({
    parentId: tenant.units.grassroots.id,
    level: 'cell',
    kind: 'cell',
    name: 'Chi bộ Bến Đò',
  })
  const early = await awaiting(other.id)
  tenant.clock.advance(5 * 24 * 60)
  const late = await awaiting()
  const ids = async (input: Parameters<typeof listAwaitingAccounts>[1]) =>
    (await listAwaitingAccounts(secretary, input)).accounts.map(({ accountId }) => accountId)
  expect(await ids({})).toEqual([early.accountId, late.accountId])
  expect(await ids({ unit: 'ben do' })).toEqual([early.accountId])
  expect(await ids({ waitingDays: 3 })).toEqual([early.accountId])
  expect(await ids({ unit: '%' })).toEqual([])
})

test('the province’s own reasons are offered', () => {
  const texts = { ...testConfiguration('thu').texts, 'returnReasons.card': 'Số thẻ chưa khớp.' }
  expect(returnReasons({ config: { ...tenant.ctx.config, texts } })).toEqual(['Số thẻ chưa khớp.'])
})
