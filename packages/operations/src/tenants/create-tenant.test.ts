import { unit } from '@sotay/domain/organisation'
import { dropSchema } from '@sotay/tenancy'
import { tenant } from '@sotay/tenancy/schema'
import { testConfiguration, testOperations } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { OperationsContext } from '../context'
import { findOrphans } from '../doctor/find-orphans'
import { claimTenant } from './claim-tenant'
import { type CreationParts, createTenant } from './create-tenant'
import { sweepHalfMade } from './sweep-half-made'

const traces = async (ctx: OperationsContext, slug: string) => {
  const rows = await ctx.platform.select().from(tenant).where(eq(tenant.slug, slug))
  const name = `t_${slug.replaceAll('-', '_')}`
  const { sql } = ctx.owner(ctx.settings.database)
  const left =
    await sql`select 1 from pg_roles where rolname = ${name} union all select 1 from pg_namespace where nspname = ${name}`
  return rows.length + left.length
}

test('a province is created from its configuration, tree and all', async () => {
  const ctx = await testOperations()
  const seen: string[] = []
  const { record, parts } = await createTenant(ctx, testConfiguration('tao-moi'), (part) => seen.push(part))
  expect(record).toMatchObject({ slug: 'tao-moi', status: 'active', configRevision: 1, schema: 't_tao_moi' })
  expect(seen).toEqual(Object.keys(parts))
  const province = await ctx.directory.context(record, { actor: ctx.actor })
  const units = await province.db.select().from(unit)
  expect(units.filter(({ parentId }) => parentId === null)).toHaveLength(1)
  const agencies = units.filter(({ kind }) => kind === 'agency').map(({ level }) => level)
  expect(agencies.sort()).toEqual(['inspection', 'organisation', 'propaganda'])
})

test('a slug or a domain that is taken is refused and nothing is left behind', async () => {
  const ctx = await testOperations()
  const first = testConfiguration('tranh-1')
  await createTenant(ctx, first)
  await expect(createTenant(ctx, first)).rejects.toMatchObject({ code: 'operations.slug-taken' })
  const rival = testConfiguration('tranh-2', { domains: ['other.example.vn', ...first.domains] })
  await expect(createTenant(ctx, rival)).rejects.toMatchObject({
    code: 'operations.domain-taken',
    params: { slug: 'tranh-1' },
  })
  const local = testConfiguration('tranh-2', { domains: ['tranh-1.localhost'] })
  await expect(createTenant(ctx, local)).rejects.toMatchObject({ code: 'operations.domain-reserved' })
  expect(await traces(ctx, 'tranh-2')).toBe(0)
  expect(ctx.directory.byHost(first.domains[0]!)?.slug).toBe('tranh-1')
})

test.each<keyof CreationParts>(['schema', 'migrations', 'configuration', 'organisation'])(
  'a creation that fails at %s leaves no trace and can be repeated',
  async (failing) => {
    const ctx = await testOperations()
    const slug = `loi-${failing}`
    const failure = new Error('disk full')
    const creation = createTenant(ctx, testConfiguration(slug), (part) => {
      if (part === failing) throw failure
    })
    await expect(creation).rejects.toBe(failure)
    expect(await traces(ctx, slug)).toBe(0)
    expect((await createTenant(ctx, testConfiguration(slug))).record.status).toBe('active')
  },
)

test('two creations of one province at once: one is made, the other refused', async () => {
  const ctx = await testOperations()
  const configuration = testConfiguration('cung-luc')
  const results = await Promise.allSettled([1, 2, 3].map(() => createTenant(ctx, configuration)))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
  expect(codes.every((code) => ['operations.busy', 'operations.slug-taken'].includes(code))).toBe(true)
  expect(ctx.directory.bySlug('cung-luc')?.status).toBe('active')
})

test('what a killed creation held is free again for another province', async () => {
  const ctx = await testOperations()
  const dead = testConfiguration('bi-giet')
  await claimTenant(ctx, '01890000-0000-7000-8000-000000000001', dead)
  const { record } = await createTenant(ctx, testConfiguration('ke-thua', { domains: dead.domains }))
  expect(record.domains).toEqual(dead.domains)
  expect(await traces(ctx, 'bi-giet')).toBe(0)
  expect(await sweepHalfMade(ctx)).toEqual([])
})

test('a schema without a province is named as an orphan', async () => {
  const ctx = await testOperations()
  const { sql } = ctx.owner(ctx.settings.database)
  await sql`create schema t_mo_coi`
  expect(await findOrphans(ctx)).toContain('t_mo_coi')
  await dropSchema(ctx.owner(ctx.settings.database), ctx.settings.database.database, 't_mo_coi')
  expect(await findOrphans(ctx)).not.toContain('t_mo_coi')
})
