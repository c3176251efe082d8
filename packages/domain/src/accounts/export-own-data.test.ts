import * as schema from '@sotay/domain/schema'
import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { and, eq, getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, expect, test } from 'vitest'
import { exportOwnData, ownDataJson, ownDataWorkbook } from './export-own-data'
import { hashPassword, makeAccount } from './factory'

/** Tables about a member that the copy leaves out, each with why. */
const leftOut: Record<string, string> = {
  import_row: 'a file on its way in: what it changed stands in the roster line and its history',
  reconciliation_item: 'a file held against the roster: the roster line is what is held on the member',
}

let tenant: TestTenant
let own: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  tenant = await createTestTenant()
  own = await tenant.as('member')
  const password = { hash: await hashPassword('con đường ra biển') }
  const roles = [{ role: 'cell_deputy' as const, unitId: tenant.units.cell.id }]
  await makeAccount(tenant.ctx, { memberId: own.actor.memberId, password, roles })
})

const tables: unknown[] = Object.values(schema)
const aboutMembers = tables
  .filter((table) => is(table, PgTable))
  .filter((table) => getTableConfig(table).columns.some(({ name }) => /(^|_)member_id$/.test(name)))
  .map((table): string => getTableName(table))

test('every table that has a member’s id is told by some module, or left out with a reason', async () => {
  const told = new Set((await exportOwnData(own)).flatMap(({ tables }) => tables))
  expect(aboutMembers.length).toBeGreaterThan(10)
  expect(aboutMembers.filter((table) => !told.has(table) && !leftOut[table])).toEqual([])
  expect(Object.keys(leftOut).filter((table) => told.has(table) || !aboutMembers.includes(table))).toEqual([])
})

test('the copy holds the member’s own and nobody else’s, and no secret', async () => {
  const other = await tenant.make.member({ fullName: 'Người Khác Hẳn' })
  await makeAccount(tenant.ctx, { memberId: other.id, password: { hash: 'secret-of-another' } })
  const parts = await exportOwnData(own)
  const json = ownDataJson(tenant.ctx, parts)
  expect(json).toContain(own.actor.name)
  expect(json).toContain('Phó bí thư chi bộ')
  expect(json).not.toContain('Người Khác Hẳn')
  expect(json).not.toContain('$argon2')
  const book = await ownDataWorkbook(parts)
  expect(book.subarray(0, 2).toString()).toBe('PK')
})

test('each copy is audited, and ten a day are enough', async () => {
  const eager = await tenant.as('member')
  await makeAccount(tenant.ctx, { memberId: eager.actor.memberId, password: { hash: 'never compared' } })
  for (let count = 0; count < 10; count++) await exportOwnData(eager)
  await expect(exportOwnData(eager)).rejects.toMatchObject({ kind: 'too-many' })
  const entries = await tenant.ctx.db
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.action, 'accounts.own-data-exported'), eq(auditEntry.actorId, eager.actor.accountId)))
  expect(entries).toHaveLength(10)
  await expect(exportOwnData(tenant.actingAs({ kind: 'anonymous' }))).rejects.toMatchObject({ kind: 'unauthenticated' })
})
