import type { Unit } from '@sotay/domain/organisation'
import type { TenantContext } from '@sotay/kernel'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { approveAccount, approveAccounts } from './approve-account'
import { makeAccount } from './factory'
import { listAwaitingAccounts } from './list-awaiting-accounts'
import { returnAccount } from './return-account'
import { account, roleGrant } from './schema'

let tenant: TestTenant
let sister: Unit
let grassrootsCell: Unit

beforeAll(async () => {
  tenant = await createTestTenant()
  const { root } = tenant.units
  sister = await tenant.make.unit({ parentId: root.id, level: 'grassroots', name: 'Đảng bộ khác' })
  // Chi bộ cơ sở: a cell at the grassroots tier, without a đảng ủy.
  grassrootsCell = await tenant.make.unit({
    parentId: root.id,
    level: 'grassroots',
    kind: 'cell',
    name: 'Chi bộ cơ sở',
  })
})

const gone = { kind: 'not-found' }

async function awaiting(at: Unit, fullName = 'Trần Thị Chờ', of = tenant) {
  const person = await of.make.member({ unitId: at.id, fullName })
  const given = { memberId: person.id, password: { hash: 'never compared' }, status: 'awaiting_approval' as const }
  return { ...(await makeAccount(of.ctx, given)), person }
}

const sees = async (ctx: TenantContext, accountId: string) => {
  const { accounts } = await listAwaitingAccounts(ctx, {})
  return accounts.some((entry) => entry.accountId === accountId)
}

test('the secretary of the grassroots committee approves members of its cells, and nobody beside them', async () => {
  const { grassroots, root, cell } = tenant.units
  const { accountId } = await awaiting(cell)
  const secretary = await tenant.as('committee_secretary', grassroots)
  const others = [
    await tenant.as('committee_secretary', sister),
    await tenant.as('committee_secretary', root),
    await tenant.as('cell_secretary', cell),
    await tenant.as('tenant_admin', root),
    await tenant.as('member', cell),
  ]
  for (const other of others) {
    await expect(approveAccount(other, { accountId })).rejects.toMatchObject(gone)
    await expect(returnAccount(other, { accountId, reason: 'không phải của tôi' })).rejects.toMatchObject(gone)
    expect(await sees(other, accountId).catch(() => false)).toBe(false)
  }
  await expect(approveAccount(tenant.actingAs({ kind: 'anonymous' }), { accountId })).rejects.toMatchObject({
    kind: 'unauthenticated',
  })
  expect(await sees(secretary, accountId)).toBe(true)
  await approveAccount(secretary, { accountId })
  const [row] = await tenant.ctx.db.select().from(account).where(eq(account.id, accountId))
  expect(row).toMatchObject({ status: 'active', decidedBy: secretary.actor.memberId })
  expect(await sees(secretary, accountId)).toBe(false)
  await expect(approveAccount(secretary, { accountId })).rejects.toMatchObject({ code: 'accounts.not-awaiting' })
})

test('a chi bộ cơ sở has its members approved by the nearest committee above (QN 10.1.3)', async () => {
  const { accountId } = await awaiting(grassrootsCell)
  const grassroots = await tenant.as('committee_secretary', tenant.units.grassroots)
  const own = await tenant.as('cell_secretary', grassrootsCell)
  const above = await tenant.as('committee_secretary', tenant.units.root)
  for (const other of [grassroots, own]) await expect(approveAccount(other, { accountId })).rejects.toMatchObject(gone)
  expect(await sees(above, accountId)).toBe(true)
  await approveAccount(above, { accountId })
})

test('a cell straight under the province is the province’s to approve', async () => {
  const cell = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'cell', kind: 'cell' })
  const above = await tenant.as('committee_secretary', tenant.units.root)
  const { accountId } = await awaiting(cell)
  await approveAccount(above, { accountId })
})

test('where nobody stands in for a missing committee, nobody approves', async () => {
  const { accounts } = testConfiguration('thu')
  const approvedBy = { ...accounts.approvedBy!, otherwise: 'nobody' as const }
  const strict = await createTestTenant({ accounts: { ...accounts, approvedBy } })
  const cell = await strict.make.unit({ parentId: strict.units.root.id, level: 'cell', kind: 'cell' })
  const { accountId } = await awaiting(cell, undefined, strict)
  const above = await strict.as('committee_secretary', strict.units.root)
  await expect(approveAccount(above, { accountId })).rejects.toMatchObject(gone)
})

test('the unit’s administrator stands in for the secretary only where that may be delegated', async () => {
  const { accountId } = await awaiting(tenant.units.cell)
  await approveAccount(await tenant.as('unit_admin', tenant.units.grassroots), { accountId })
  const { accounts } = testConfiguration('thu')
  const approvedBy = { ...accounts.approvedBy!, delegable: false }
  const personal = await createTestTenant({ accounts: { ...accounts, approvedBy } })
  const waiting = await awaiting(personal.units.cell, undefined, personal)
  const administrator = await personal.as('unit_admin', personal.units.grassroots)
  await expect(approveAccount(administrator, waiting)).rejects.toMatchObject(gone)
})

test('an approval may grant the offices of the cell, and no other role', async () => {
  const secretary = await tenant.as('committee_secretary', tenant.units.grassroots)
  const { accountId, person } = await awaiting(tenant.units.cell)
  await expect(approveAccount(secretary, { accountId, roles: ['tenant_admin' as 'cell_deputy'] })).rejects.toThrow()
  await approveAccount(secretary, { accountId, roles: ['cell_secretary'] })
  const grants = await tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.memberId, person.id))
  expect(grants).toMatchObject([
    {
      role: 'cell_secretary',
      unitId: tenant.units.cell.id,
      validFrom: '2024-01-11',
      grantedBy: secretary.actor.memberId,
    },
  ])
})

test('two officers at once decide once', async () => {
  const officers = [
    await tenant.as('committee_secretary', tenant.units.grassroots),
    await tenant.as('unit_admin', tenant.units.grassroots),
  ]
  const { accountId } = await awaiting(tenant.units.cell)
  const outcomes = await Promise.allSettled(officers.map((officer) => approveAccount(officer, { accountId })))
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the queue is searched without diacritics or by card, and read page by page', async () => {
  const own = await createTestTenant()
  const secretary = await own.as('committee_secretary', own.units.grassroots)
  const made = []
  for (const name of ['Đặng Thị Bưởi', 'Lê Văn Ổi', 'Phạm Thị Bưởi']) {
    made.push(await awaiting(own.units.cell, name, own))
    own.clock.advance(1)
  }
  const buoi = await listAwaitingAccounts(secretary, { search: 'thi buoi' })
  expect(buoi.accounts.map((entry) => entry.name)).toEqual(['Đặng Thị Bưởi', 'Phạm Thị Bưởi'])
  expect((await listAwaitingAccounts(secretary, { search: '%' })).total).toBe(0)
  const byCard = await listAwaitingAccounts(secretary, { search: made[1]!.person.cardNumber.slice(0, 6) })
  expect(byCard.accounts.map((entry) => entry.name)).toContain('Lê Văn Ổi')
  const first = await listAwaitingAccounts(secretary, { size: 2 })
  expect(first).toMatchObject({ total: 3, next: expect.any(String) })
  const second = await listAwaitingAccounts(secretary, { size: 2, after: first.next })
  expect(second.accounts.map((entry) => entry.name)).toEqual(['Phạm Thị Bưởi'])
  expect(second.next).toBeUndefined()
})

test('approving many counts those that were not there to approve', async () => {
  const secretary = await tenant.as('committee_secretary', tenant.units.grassroots)
  const mine = [await awaiting(tenant.units.cell), await awaiting(tenant.units.cell)]
  const foreign = await awaiting(await tenant.make.unit({ parentId: sister.id, level: 'cell', kind: 'cell' }))
  const accountIds = [...mine, foreign].map((entry) => entry.accountId)
  expect(await approveAccounts(secretary, { accountIds })).toEqual({ approved: 2, passedOver: 1 })
  await expect(approveAccounts(secretary, { accountIds: [foreign.accountId] })).rejects.toMatchObject(gone)
})
