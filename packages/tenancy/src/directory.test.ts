import { openFileStore } from '@sotay/files'
import { createTestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { updateTenant } from './catalogue'
import { openDirectory } from './directory'
import { backup } from './schema'

const anotherProcess = () => {
  const settings = inject('sotaySettings')
  return openDirectory({ settings, manifests: [], store: openFileStore(settings.files), application: 'other' })
}

test('a change of the catalogue reaches another process by announcement, long before it would look by itself', async () => {
  const { record, operations } = await createTestTenant()
  const other = await anotherProcess()
  try {
    const seen: number[] = []
    for (const name of ['Một', 'Hai', 'Ba']) {
      const start = performance.now()
      await updateTenant(operations.platform, record.id, { name })
      await expect.poll(() => other.byId(record.id)?.name, { interval: 5, timeout: 5_000 }).toBe(name)
      seen.push(performance.now() - start)
    }
    // Looking every two seconds alone would take one second on average.
    expect(Math.min(...seen)).toBeLessThan(500)
  } finally {
    await other.close()
  }
})

test('a province sees its own archives alone, and asks for one at a time', async () => {
  const [mine, theirs] = [await createTestTenant(), await createTestTenant()]
  expect(await mine.ctx.upkeep.askForBackup('Ban Tổ chức')).toBe(true)
  expect(await mine.ctx.upkeep.askForBackup('Ban Tổ chức')).toBe(false)
  expect(await theirs.ctx.upkeep.backups()).toEqual([])
  expect(await mine.ctx.upkeep.backups()).toMatchObject([
    { kind: 'asked', finishedAt: null, failed: false, drill: null },
  ])
  await mine.operations.platform.delete(backup).where(eq(backup.tenantId, mine.record.id))
})
