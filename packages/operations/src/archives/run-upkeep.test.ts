import { backup } from '@sotay/tenancy/schema'
import { createTestTenant, type OwnInstallation, ownInstallation, type TestTenant, testClock } from '@sotay/testing'
import { and, eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperationsContext } from '../context'
import { removeTenant } from '../removal/remove-tenant'
import { changeBackupPlan } from './backup-plan'
import { runUpkeep } from './run-upkeep'

// It keeps every province of an installation: this one has its own.
let own: OwnInstallation
let tenant: TestTenant
const clock = testClock(new Date(Date.now() + 12 * 3_600_000))
let ctx: OperationsContext

beforeAll(async () => {
  own = await ownInstallation()
  ctx = { ...own.operations, clock }
  tenant = await createTestTenant({}, own.operations)
  await changeBackupPlan(ctx, { hour: 0, daily: 2, weekly: 0, monthly: 0, graceDays: 1 })
}, 120_000)
afterAll(() => own?.close(), 60_000)

const kept = () =>
  ctx.platform
    .select({ kind: backup.kind, drill: backup.drill })
    .from(backup)
    .where(and(eq(backup.tenantId, tenant.record.id), isNotNull(backup.key)))

test('a round takes what was asked for and what is due, drills the newest, once a day; the plan decides what stays', async () => {
  const { slug } = tenant.record
  await tenant.ctx.upkeep.askForBackup('Ban Tổ chức')
  expect(await runUpkeep(ctx)).toEqual({ taken: [slug, slug], drilled: [slug], removed: [], failures: [] })
  expect(await runUpkeep(ctx)).toEqual({ taken: [], drilled: [], removed: [], failures: [] })
  expect((await kept()).map(({ drill }) => drill?.outcome)).toContain('equal')
  for (let day = 0; day < 2; day++) {
    clock.advance(24 * 60)
    expect(await runUpkeep(ctx)).toMatchObject({ taken: [slug], failures: [] })
  }
  expect((await kept()).map(({ kind }) => kind)).toEqual(['scheduled', 'scheduled'])
})

test('two rounds at once are one', async () => {
  clock.advance(24 * 60)
  const rounds = await Promise.all([runUpkeep(ctx), runUpkeep(ctx)])
  expect(rounds.flatMap(({ taken }) => taken)).toEqual([tenant.record.slug])
})

test('a removal whose grace is over is finished', async () => {
  const { slug } = tenant.record
  await removeTenant(ctx, slug, 'sáp nhập')
  expect(await runUpkeep(ctx)).toMatchObject({ removed: [] })
  clock.advance(2 * 24 * 60)
  expect(await runUpkeep(ctx)).toMatchObject({ removed: [slug], failures: [] })
  expect(ctx.directory.bySlug(slug)).toBeUndefined()
})
