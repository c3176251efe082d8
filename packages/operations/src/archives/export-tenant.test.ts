import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seal, unseal } from '@sotay/kernel'
import { createTestTenant, type OwnInstallation, ownInstallation } from '@sotay/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupTenant } from './backup-tenant'
import { exportTenant, importArchive } from './export-tenant'
import { restoreTenant } from './restore-tenant'

const LABEL = { purpose: 'dossiers:file', subject: 'x' }
const RECOVERY = 'khóa khôi phục cất trong két của đơn vị vận hành'
let folder: string
let elsewhere: OwnInstallation

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotay-export-'))
  elsewhere = await ownInstallation({ secret: 'another installation, with a secret of its own' })
}, 120_000)
afterAll(async () => {
  await elsewhere?.close()
  await rm(folder, { recursive: true, force: true })
}, 60_000)

test('an archive opens in another installation with the recovery key, and what was sealed opens with it (H53)', async () => {
  const tenant = await createTestTenant()
  const operations = { ...tenant.operations, settings: { ...tenant.operations.settings, recoveryKey: RECOVERY } }
  const sealed = seal(tenant.ctx, LABEL, 'điều phải giữ kín')
  const { id } = await backupTenant(operations, tenant.record.slug)
  const file = join(folder, 'tinh.sotay')
  await exportTenant(operations, id, { file })
  const there = elsewhere.operations
  await expect(importArchive(there, file)).rejects.toMatchObject({ code: 'operations.archive-locked' })

  const holder = { ...there, settings: { ...there.settings, recoveryKey: RECOVERY } }
  const received = await importArchive(holder, file)
  await restoreTenant(holder, { backup: received })
  const record = there.directory.bySlug(tenant.record.slug)!
  expect(record).toMatchObject({ id: tenant.record.id, originId: null, status: 'suspended' })
  const ctx = await there.directory.context(record, { actor: there.actor })
  expect(unseal(ctx, LABEL, sealed)).toBe('điều phải giữ kín')
  expect(ctx.signatures.publicKey()).toBe(tenant.ctx.signatures.publicKey())
})

test('opened, an archive is an ordinary tar', async () => {
  const tenant = await createTestTenant()
  await backupTenant(tenant.operations, tenant.record.slug)
  const file = join(folder, 'tinh.tar')
  await exportTenant(tenant.operations, tenant.record.slug, { file, plain: true })
  const bytes = await readFile(file)
  expect(bytes.toString('latin1', 257, 262)).toBe('ustar')
  expect(bytes.length % 512).toBe(0)
  expect(bytes.includes('manifest.json')).toBe(true)
})
