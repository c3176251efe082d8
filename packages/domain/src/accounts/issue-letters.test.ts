import { verify } from '@node-rs/argon2'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { eq, sql } from 'drizzle-orm'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { issueAccounts } from './issue-accounts'
import { listAccounts } from './list-accounts'
import { checkIssue, listIssuable } from './list-issuable'
import { printLetters } from './print-letters'
import { readmitAccount, revokeAccount } from './revoke-account'
import { account } from './schema'
import { suspendAccount } from './suspend-account'

let tenant: TestTenant
beforeAll(async () => {
  const { accounts } = testConfiguration('thu')
  tenant = await createTestTenant({ accounts: { ...accounts, registration: 'issued' } })
})

test('a letter a page carries name, card, password and address, and the password is nowhere in the database', async () => {
  const people = [await tenant.make.member({ fullName: 'Đặng Thị Bưởi' }), await tenant.make.member()]
  const letters = await issueAccounts(tenant.ctx, { memberIds: people.map(({ id }) => id) })
  const file = await printLetters(tenant.ctx, letters)
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(file)))
  expect(totalPages).toBe(2)
  for (const { name, cardNumber, password } of letters) {
    const page = text.find((words) => words.includes(password))!
    expect(page).toContain(name)
    expect(page).toContain(cardNumber)
    expect(page).toContain(tenant.ctx.tenant.origin)
  }
  const tables = await tenant.ctx.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = current_schema()`,
  )
  expect(tables.length).toBeGreaterThan(20)
  for (const { name } of tables) {
    for (const { password } of letters) {
      const found = await tenant.ctx.db.execute(
        sql`select 1 from ${sql.identifier(name)} held where held::text like ${`%${password}%`} limit 1`,
      )
      expect(`${name} ${found.length}`).toBe(`${name} 0`)
    }
  }
  const [held] = await tenant.ctx.db.select().from(account).where(eq(account.memberId, letters[0]!.memberId))
  expect(await verify(held!.passwordHash, letters[0]!.password)).toBe(true)
})

test('lists who has no account and whose letter was never used, within the scope', async () => {
  const own = await createTestTenant({ accounts: { ...testConfiguration('thu').accounts, registration: 'issued' } })
  const administrator = await own.as('unit_admin', own.units.grassroots)
  const elsewhere = await own.make.unit({ parentId: own.units.root.id, level: 'cell', kind: 'cell' })
  const outsider = await own.make.member({ unitId: elsewhere.id })
  const people = [await own.make.member(), await own.make.member()]
  const without = async () => (await listIssuable(administrator)).people.map(({ memberId }) => memberId)
  const before = await without()
  expect(before).toEqual(expect.arrayContaining(people.map(({ id }) => id)))
  expect(before).not.toContain(outsider.id)
  await issueAccounts(administrator, { memberIds: [people[0]!.id] })
  expect(await without()).not.toContain(people[0]!.id)
  const unused = await listIssuable(administrator, { show: 'unused' })
  expect(unused).toMatchObject({ total: 1, people: [{ memberId: people[0]!.id }] })
  const checked = await checkIssue(administrator, { memberIds: [people[0]!.id, outsider.id] })
  expect(checked.map(({ memberId }) => memberId)).toEqual([people[0]!.id])
})

test('who was let in again after a revocation is issued an account anew', async () => {
  const person = await tenant.make.member()
  const [first] = await issueAccounts(tenant.ctx, { memberIds: [person.id] })
  const [held] = await tenant.ctx.db.select().from(account).where(eq(account.memberId, person.id))
  await revokeAccount(tenant.ctx, { accountId: held!.id, reason: 'Thôi công tác' })
  expect(await issueAccounts(tenant.ctx, { memberIds: [person.id] })).toEqual([])
  await readmitAccount(tenant.ctx, { accountId: held!.id, reason: 'Trở lại công tác' })
  const [again] = await issueAccounts(tenant.ctx, { memberIds: [person.id] })
  expect(again!.password).not.toBe(first!.password)
})

test('where accounts are issued, who issues them looks after them, in their own units', async () => {
  const person = await tenant.make.member()
  await issueAccounts(tenant.ctx, { memberIds: [person.id] })
  const [held] = await tenant.ctx.db.select().from(account).where(eq(account.memberId, person.id))
  const act = { accountId: held!.id, reason: 'Bàn giao công tác' }
  const sister = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'grassroots' })
  await expect(suspendAccount(await tenant.as('unit_admin', sister), act)).rejects.toMatchObject({ kind: 'not-found' })
  const administrator = await tenant.as('unit_admin', tenant.units.grassroots)
  await suspendAccount(administrator, act)
  expect((await listAccounts(administrator, { state: 'suspended' })).total).toBe(1)
  await expect(revokeAccount(administrator, act)).rejects.toMatchObject({ kind: 'not-found' })
})

test('more than one sitting’s letters are refused', async () => {
  const memberIds = Array.from({ length: 101 }, () => crypto.randomUUID())
  await expect(issueAccounts(tenant.ctx, { memberIds })).rejects.toThrow()
})
