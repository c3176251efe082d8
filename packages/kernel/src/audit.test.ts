import { createTestTenant, type TestTenant } from '@sotay/testing'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { audit, verifyAuditChain } from './audit'
import { newId } from './ids'
import { transaction } from './transaction'

let province: TestTenant
beforeEach(async () => {
  province = await createTestTenant()
})

const record = (details: Record<string, unknown> = {}) =>
  transaction(province.ctx, async (tx) => audit(tx, 'organisation.unit-created', { id: newId() }, details))

/** As the owner of the tables would, whom no grant stops (H54). */
const asOwner = async (statement: string) => {
  const { schema, server } = province.record
  await province.operations.owner(server).sql.begin(async (tx) => {
    await tx.unsafe(`set local search_path = "${schema}", ext`)
    await tx.unsafe(statement)
  })
}

test('acts recorded at the same moment form one chain', async () => {
  const before = await verifyAuditChain(province.ctx)
  await Promise.all(Array.from({ length: 40 }, (_, index) => record({ index, text: 'chữ có dấu “kép” \\ \n 0.10' })))
  const after = await verifyAuditChain(province.ctx)
  expect(after).toMatchObject({ entries: before.entries + 40, brokenAt: null })
})

test('an act whose transaction failed leaves no row and no break', async () => {
  const before = await verifyAuditChain(province.ctx)
  const failing = transaction(province.ctx, async (tx) => {
    audit(tx, 'organisation.unit-created', null)
    await tx.db.execute(sql`select 1 / 0`)
  })
  await expect(failing).rejects.toThrow()
  await record()
  expect(await verifyAuditChain(province.ctx)).toMatchObject({ entries: before.entries + 1, brokenAt: null })
})

describe('the province itself cannot rewrite what it recorded', () => {
  test.each([
    'update audit_entry set action = null',
    'delete from audit_entry',
    'truncate audit_entry',
    'select * from audit_entry for update',
    'update configuration_revision set hash = null',
    'delete from configuration_revision',
    'update sign_in_event set outcome = null',
  ])('%s', async (statement) => {
    await expect(province.ctx.db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('what the owner of the tables did to a row is found', () => {
  test.each([
    [`update audit_entry set details = '{"level":"x"}' where sequence = SECOND`],
    [`update audit_entry set actor_id = 'somebody' where sequence = SECOND`],
    [`update audit_entry set at = at - interval '1 ms' where sequence = SECOND`],
    [`update audit_entry set hash = 'x' where sequence = SECOND`],
  ])('%s', async (statement) => {
    const second = await sequenceAt(1)
    await asOwner(statement.replace('SECOND', String(second)))
    expect((await verifyAuditChain(province.ctx)).brokenAt).toBe(second)
  })

  test('a row removed from the middle breaks the one after it', async () => {
    const third = await sequenceAt(2)
    await asOwner(`delete from audit_entry where sequence = ${await sequenceAt(1)}`)
    expect((await verifyAuditChain(province.ctx)).brokenAt).toBe(third)
  })

  test('two rows exchanged', async () => {
    const [first, second] = [await sequenceAt(0), await sequenceAt(1)]
    await asOwner(`update audit_entry set sequence = -1 where sequence = ${first}`).catch(() => undefined)
    await asOwner(`
      alter table audit_entry alter column sequence drop identity;
      update audit_entry set sequence = -1 where sequence = ${first};
      update audit_entry set sequence = ${first} where sequence = ${second};
      update audit_entry set sequence = ${second} where sequence = -1`)
    expect((await verifyAuditChain(province.ctx)).brokenAt).toBe(first)
  })
})

async function sequenceAt(position: number): Promise<number> {
  const rows = await province.ctx.db.execute<{ sequence: string }>(
    sql`select sequence from audit_entry order by sequence offset ${position} limit 1`,
  )
  return Number(rows[0]!.sequence)
}
