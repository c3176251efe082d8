import { NotFound } from '@sotay/kernel'
import { heldModule } from '@sotay/tenancy/schema'
import { createTestTenant } from '@sotay/testing'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clearBanner, listBanners, setBanner } from './banners'
import { listRollout, rolloutModules, setRollout } from './rollout'

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

test('a banner is seen by the province it is for, and by nobody once it is taken down', async () => {
  const { operations, record } = await createTestTenant()
  const other = await createTestTenant()
  const text = `Bảo trì ${record.slug}`
  const { id } = await setBanner(operations, { tenant: record.slug, text, until: inHours(2) })
  const seen = async (slug: string) => {
    const tenant = operations.directory.bySlug(slug)!
    return (await operations.directory.context(tenant, { actor: operations.actor })).tenant.notices.map(
      (one) => one.text,
    )
  }
  expect(await seen(record.slug)).toContain(text)
  expect(await seen(other.record.slug)).not.toContain(text)
  expect(await listBanners(operations)).toContainEqual(expect.objectContaining({ id, tenant: record.slug, text }))
  await clearBanner(operations, id)
  expect(await seen(record.slug)).not.toContain(text)
  await expect(clearBanner(operations, id)).rejects.toBeInstanceOf(NotFound)
})

test('a banner wants words and an end that is ahead', async () => {
  const { operations } = await createTestTenant()
  await expect(setBanner(operations, { text: 'a', until: inHours(1) })).rejects.toMatchObject({
    fields: { text: ['operations.banner-text'] },
  })
  await expect(setBanner(operations, { text: 'Bảo trì', until: inHours(-1) })).rejects.toMatchObject({
    fields: { until: ['operations.banner-past'] },
  })
})

test('a module that is held back is off, is told, and comes back with what it had', async () => {
  const { operations, record, ctx } = await createTestTenant()
  const [module] = rolloutModules().filter((key) => ctx.config.modules.some((listed) => listed === key))
  expect(module).toBeDefined()
  const configuration = async () => {
    await operations.directory.refresh()
    const tenant = operations.directory.bySlug(record.slug)!
    return (await operations.directory.context(tenant, { actor: operations.actor })).config
  }
  expect((await configuration()).enabled.has(module as never)).toBe(true)
  // One province's row alone: other suites' provinces keep theirs.
  await operations.platform
    .insert(heldModule)
    .values({ tenantId: record.id, module: module!, heldBy: 'test', heldAt: new Date() })
  const held = await configuration()
  expect(held.enabled.has(module as never)).toBe(false)
  expect([...held.held]).toEqual([module])
  expect([...held.access.keys()].some((permission) => permission.startsWith(`${module}.`))).toBe(false)
  expect((await listRollout(operations)).find((entry) => entry.module === module)?.held).toContain(record.slug)
  await operations.platform
    .delete(heldModule)
    .where(and(eq(heldModule.tenantId, record.id), eq(heldModule.module, module!)))
  expect((await configuration()).enabled.has(module as never)).toBe(true)
  await expect(setRollout(operations, { module: 'members', to: 'all' })).rejects.toMatchObject({
    fields: { module: ['operations.rollout-module'] },
  })
})
