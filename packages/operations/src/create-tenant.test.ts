import { unit } from '@sotay/domain/organisation'
import { tenant } from '@sotay/tenancy/schema'
import { testConfiguration, testOperations } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createTenant } from './create-tenant'

const configuration = (slug: string) => testConfiguration(slug)

test('a province is created from its configuration, tree and all', async () => {
  const ctx = await testOperations()
  const { record, parts } = await createTenant(ctx, configuration('tao-moi'))
  expect(record).toMatchObject({ slug: 'tao-moi', status: 'active', configRevision: 1, schema: 't_tao_moi' })
  expect(Object.values(parts).every((part) => part >= 0)).toBe(true)
  const province = await ctx.directory.context(record, { actor: ctx.actor })
  const units = await province.db.select().from(unit)
  expect(units.filter(({ parentId }) => parentId === null)).toHaveLength(1)
  expect(
    units
      .filter(({ kind }) => kind === 'agency')
      .map(({ level }) => level)
      .sort(),
  ).toEqual(['inspection', 'organisation', 'propaganda'])
})

test('a slug or a domain that is taken is refused and nothing is left behind', async () => {
  const ctx = await testOperations()
  const first = configuration('tranh-1')
  await createTenant(ctx, first)
  await expect(createTenant(ctx, first)).rejects.toMatchObject({ code: 'operations.slug-taken' })
  await expect(
    createTenant(ctx, { ...configuration('tranh-2'), domains: ['other.example.vn', ...first.domains] }),
  ).rejects.toMatchObject({ code: 'operations.domain-taken' })
  expect(await ctx.platform.select().from(tenant).where(eq(tenant.slug, 'tranh-2'))).toEqual([])
  expect(ctx.directory.byHost(first.domains[0]!)?.slug).toBe('tranh-1')
})
