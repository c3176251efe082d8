import { text } from 'node:stream/consumers'
import { member } from '@sotay/domain/members'
import { seal, type TenantContext, unseal, verifyAuditChain } from '@sotay/kernel'
import { tenantAside } from '@sotay/tenancy/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { count, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { doctorTenant } from '../doctor/doctor-tenant'
import { backupTenant, type TakenBackup } from './backup-tenant'
import { restoreTenant } from './restore-tenant'

const LABEL = { purpose: 'dossiers:file', subject: 'x' }
let tenant: TestTenant
let taken: TakenBackup
let sealed: string

const members = async ({ db }: Pick<TenantContext, 'db'>) => (await db.select({ n: count() }).from(member))[0]?.n
const now = async (slug: string) => {
  const { operations } = tenant
  await operations.directory.refresh()
  return operations.directory.context(operations.directory.bySlug(slug)!, { actor: operations.actor })
}

beforeAll(async () => {
  tenant = await createTestTenant()
  await tenant.make.member()
  await tenant.make.member()
  sealed = seal(tenant.ctx, LABEL, 'điều phải giữ kín')
  await tenant.ctx.files.put(tenant.ctx.files.key('thu', 'a.txt'), Buffer.from('tệp'), { contentType: 'text/plain' })
  await doctorTenant(tenant.operations, tenant.record.slug)
  taken = await backupTenant(tenant.operations, tenant.record.slug)
})

test('a wrecked province comes back as it was; what was wrecked is kept aside, out of its reach', async () => {
  const { operations, record } = tenant
  const owner = operations.owner(record.server)
  await tenant.make.member()
  await owner.sql.unsafe(`drop table "${record.schema}".member cascade`)
  await operations.store.remove(tenant.ctx.files.key('thu', 'a.txt'))
  await expect(members(tenant.ctx)).rejects.toThrow()
  const done = await restoreTenant(operations, { backup: record.slug })
  expect(done).toMatchObject({ copy: false, rows: taken.rows, migrated: [], aside: expect.any(String) })
  // The same handle as before the wreck: whoever held the province's context goes on.
  expect(await members(tenant.ctx)).toBe(2)
  const ctx = await now(record.slug)
  expect(await verifyAuditChain(ctx)).toMatchObject({ brokenAt: null })
  expect(await text((await ctx.files.get(ctx.files.key('thu', 'a.txt'))).body)).toBe('tệp')
  expect(unseal(ctx, LABEL, sealed)).toBe('điều phải giữ kín')
  await expect(ctx.db.execute(sql.raw(`select * from "${done.aside}".unit`))).rejects.toThrow()
  const [kept] = await operations.platform.select().from(tenantAside).where(eq(tenantAside.tenantId, record.id))
  expect(kept).toMatchObject({ why: 'restored', schema: done.aside })
  expect((await doctorTenant(operations, record.slug)).filter(({ ok, check }) => !ok && check !== 'brand')).toEqual([])
})

test('a copy under another slug opens what its origin sealed, has its files, and is nobody’s business until opened', async () => {
  const { operations, record } = tenant
  const slug = `${record.slug}-sao`
  const done = await restoreTenant(operations, { backup: taken.id, as: slug })
  expect(done).toMatchObject({ copy: true, rows: taken.rows, files: expect.any(Number) })
  const copy = await now(slug)
  const copied = operations.directory.bySlug(slug)!
  expect(copied).toMatchObject({ status: 'suspended', domains: [], originId: record.id })
  expect(copied.id).not.toBe(record.id)
  expect(unseal(copy, LABEL, sealed)).toBe('điều phải giữ kín')
  const named = copy.files.stored(`${record.id}/thu/a.txt`)
  expect(await text((await copy.files.get(named)).body)).toBe('tệp')
  await copy.files.remove(named)
  expect(await text((await tenant.ctx.files.get(tenant.ctx.files.key('thu', 'a.txt'))).body)).toBe('tệp')
  expect(tenant.ctx.signatures.verify(slug, 'x', tenant.ctx.signatures.sign('x'))).toBe(false)
  expect((await doctorTenant(operations, slug)).filter(({ ok, check }) => !ok && check !== 'brand')).toEqual([])
  const [waiting] = await copy.db.execute(sql`select count(*)::int as n from outbox where relayed_at is null`)
  expect(waiting).toEqual({ n: 0 })
})

test('an archive of a newer version is refused before anything changes', async () => {
  const { operations, record } = tenant
  const owner = operations.owner(record.server)
  await owner.sql.unsafe(`insert into "${record.schema}".migration (name, hash) values ('9999_next', 'x')`)
  const { id } = await backupTenant(operations, record.slug)
  await expect(restoreTenant(operations, { backup: id })).rejects.toMatchObject({ code: 'operations.archive-newer' })
  await owner.sql.unsafe(`delete from "${record.schema}".migration where name = '9999_next'`)
  const left = await owner.sql.unsafe(`select nspname from pg_namespace where nspname like '${record.schema}\\_r%'`)
  expect([...left]).toEqual([])
})
