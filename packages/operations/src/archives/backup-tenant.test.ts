import { buffer, text } from 'node:stream/consumers'
import { makeMember } from '@sotay/domain/members/factory'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { backupTenant, type TakenBackup } from './backup-tenant'
import { drillBackup } from './drill-backup'
import { storedKey } from './find-backup'
import { readArchive } from './read-archive'

let tenant: TestTenant
let taken: TakenBackup

beforeAll(async () => {
  tenant = await createTestTenant()
  for (let n = 0; n < 5; n++) await makeMember(tenant.ctx, { unitId: tenant.units.cell.id })
  await tenant.ctx.files.put(tenant.ctx.files.key('thu', 'ảnh đại diện.txt'), Buffer.from('một tệp'), {
    contentType: 'text/plain',
  })
  taken = await backupTenant(tenant.operations, tenant.record.slug)
})

test('an archive holds every table, file and key of its province, and names none of another', async () => {
  expect(taken.tables.find(({ name }) => name === 'member')?.rows).toBe(5)
  expect(taken.rows).toBeGreaterThan(10)
  const parts: Record<string, string> = {}
  await readArchive(tenant.operations, storedKey(taken.key), async ({ name, body, contentType }) => {
    if (!name.startsWith('database/')) parts[name] = `${contentType ?? ''}|${await text(body)}`
  })
  expect(parts['objects/thu/ảnh đại diện.txt']).toBe('text/plain|một tệp')
  expect(JSON.parse(parts['about.json']!.slice(1))).toMatchObject({ tenant: { id: tenant.record.id } })
  expect(Object.keys(JSON.parse(parts['keys.json']!.slice(1)))).toContain('dossiers:file')
})

test('the stored file shows nothing of what it holds; altered or cut off it is refused', async () => {
  const { store } = tenant.operations
  const bytes = await buffer((await store.get(storedKey(taken.key))).body)
  expect(bytes.includes(Buffer.from('một tệp'))).toBe(false)
  expect(bytes.includes(Buffer.from(tenant.record.slug))).toBe(false)
  const spoiled = storedKey(`${taken.key}-spoiled`)
  for (const spoil of [
    () => bytes.subarray(0, bytes.length - 40),
    () => Buffer.concat([bytes.subarray(0, 5_000), Buffer.from([bytes[5_000]! ^ 1]), bytes.subarray(5_001)]),
  ]) {
    await store.put(spoiled, spoil(), { contentType: 'application/octet-stream' })
    await expect(readArchive(tenant.operations, spoiled)).rejects.toMatchObject({ code: 'operations.archive-damaged' })
  }
  const stranger = { ...tenant.operations, settings: { ...tenant.operations.settings, secret: 'x'.repeat(40) } }
  await expect(readArchive(stranger, storedKey(taken.key))).rejects.toMatchObject({ code: 'operations.archive-locked' })
})

test('a drill restores it beside the province, finds every row again, and leaves nothing', async () => {
  const { operations, record } = tenant
  const drill = await drillBackup(operations, record.slug)
  expect(drill).toMatchObject({ outcome: 'equal', rows: taken.rows, findings: [] })
  const left = await operations.owner(record.server).sql`select nspname from pg_namespace where nspname like 'drill_%'`
  expect([...left]).toEqual([])
  expect(await tenant.ctx.upkeep.backups()).toMatchObject([{ id: taken.id, drill: { equal: true } }])
})
