import { text } from 'node:stream/consumers'
import { filePrefix } from '@sotay/files'
import { openQueue } from '@sotay/jobs'
import { newId } from '@sotay/kernel'
import { PLATFORM_ROLE, recordSentMessage, rolePassword } from '@sotay/tenancy'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { storedKey } from '../archives/find-backup'
import { restoreTenant } from '../archives/restore-tenant'
import { doctorTenant } from '../doctor/doctor-tenant'
import { finishRemoval } from './finish-removal'
import { keepTenant, removeTenant } from './remove-tenant'

let tenant: TestTenant

/** Tables of the platform and the queue in which some row names the province, in whatever column. */
async function mentions({ operations, record }: TestTenant): Promise<string[]> {
  const { sql } = operations.owner(operations.settings.database)
  const tables = await sql.unsafe<{ name: string }[]>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('platform', 'queue') and table_type = 'BASE TABLE' order by 1`)
  const found: string[] = []
  for (const { name } of tables) {
    const words = `${record.id}|"?${record.slug}"?|${record.schema}`
    const [row] = await sql.unsafe(`select 1 from ${name} as mention where mention::text ~ $1 limit 1`, [words])
    if (row) found.push(name)
  }
  return found
}

beforeAll(async () => {
  tenant = await createTestTenant({ domains: [`${newId().slice(-8)}.example.vn`] })
  const { operations, record, ctx } = tenant
  await tenant.make.member()
  await ctx.files.put(ctx.files.key('thu', 'a.txt'), Buffer.from('tệp'), { contentType: 'text/plain' })
  await doctorTenant(operations, record.slug)
  const message = { key: newId(), tenantId: record.id, channel: 'sms', at: new Date() }
  await recordSentMessage(operations.platform, message)
  const { host, port, database } = operations.settings.database
  const queue = await openQueue({
    connection: {
      host,
      port,
      database,
      user: PLATFORM_ROLE,
      password: rolePassword(operations.settings.secret, PLATFORM_ROLE),
    },
    schema: 'queue',
    jobs: [{ name: 'removal.probe' }],
    log: { info() {}, warn() {}, error() {} },
  })
  await queue.send([{ id: newId(), job: 'removal.probe', tenantId: record.id, input: {} }])
  await queue.close()
})

test('a province being removed is closed, proven, and can be called back', async () => {
  const { operations, record } = tenant
  const { proof, removeAt } = await removeTenant(operations, record.slug, 'sáp nhập')
  expect(operations.directory.bySlug(record.slug)).toMatchObject({ status: 'removing', removeAt })
  const said = JSON.parse(await text((await operations.store.get(storedKey(proof))).body))
  expect(said).toMatchObject({ slug: record.slug, reason: 'sáp nhập', archive: { backupId: expect.any(String) } })
  expect(said.tables.find((table: { name: string }) => table.name === 'member')).toMatchObject({ rows: 1 })
  await expect(finishRemoval(operations, record.slug)).rejects.toMatchObject({ code: 'operations.in-grace' })
  await keepTenant(operations, record.slug)
  expect(operations.directory.bySlug(record.slug)).toMatchObject({ status: 'active', removeAt: null })
})

test('removed, nothing names it but the vendor’s trail and its archives; from these it comes back', async () => {
  const { operations, record } = tenant
  expect(await mentions(tenant)).toEqual(expect.arrayContaining(['platform.sent_message', 'platform.tenant_domain']))
  const { backupId } = await removeTenant(operations, record.slug, 'sáp nhập')
  const removed = await finishRemoval(operations, record.slug, { early: true })
  expect(removed).toMatchObject({ backups: 'keep', platformRows: { tenant: 1, sent_message: 1, 'queue.job': 1 } })
  expect(await mentions(tenant)).toEqual(['platform.backup', 'platform.operation_entry'])
  const { sql } = operations.owner(record.server)
  const left = await sql.unsafe(
    `select nspname from pg_namespace where nspname ~ $1 union all select rolname from pg_roles where rolname = $1`,
    [record.schema],
  )
  expect([...left]).toEqual([])
  for await (const { key } of operations.store.list(filePrefix(record.id))) throw new Error(`${key} is left`)
  expect(operations.directory.byHost(record.domains[0]!)).toBeUndefined()

  const back = await restoreTenant(operations, { backup: backupId })
  expect(back).toMatchObject({ copy: true, slug: record.slug })
  // Its id was free, so it is the same province: its files and keys are its own again.
  expect(operations.directory.bySlug(record.slug)).toMatchObject({ id: record.id, originId: null })
})
