import { unit } from '@sotay/domain/organisation'
import { createTestTenant, testConfiguration } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { applyTenant } from './apply-tenant'
import { diffTenant } from './diff-tenant'
import { showTenant } from './show-tenant'

test('a changed configuration becomes a new revision; the same one again does not', async () => {
  const { operations: ctx, record, ctx: province } = await createTestTenant()
  const before = testConfiguration(record.slug)
  const after = {
    ...before,
    name: 'Đảng bộ thử đổi tên',
    domains: [...before.domains, `${record.slug}.moi.vn`],
    organisation: {
      ...before.organisation,
      agencies: [...before.organisation.agencies, { key: 'office', name: 'Văn phòng Tỉnh ủy' }],
    },
  }
  expect((await diffTenant(ctx, after)).map((change) => change.path)).toEqual([
    'domains',
    'name',
    'organisation.agencies[office]',
  ])
  const applied = await applyTenant(ctx, after)
  expect(applied).toMatchObject({ changed: true, revision: 2, agenciesAdded: ['Văn phòng Tỉnh ủy'] })
  expect(ctx.directory.byHost(`${record.slug}.moi.vn`)?.configRevision).toBe(2)
  expect(await province.db.select().from(unit).where(eq(unit.level, 'office'))).toHaveLength(1)

  expect(await applyTenant(ctx, after)).toMatchObject({ changed: false, revision: 2, changes: [], agenciesAdded: [] })
  expect((await showTenant(ctx, record.slug)).revisions.map(({ revision }) => revision)).toEqual([2, 1])
})

test('a domain of another province is refused and no revision is left', async () => {
  const { operations: ctx, record } = await createTestTenant()
  const { record: other } = await createTestTenant()
  const configuration = { ...testConfiguration(record.slug), domains: other.domains }
  await expect(applyTenant(ctx, configuration)).rejects.toMatchObject({
    code: 'operations.domain-taken',
    params: { domain: other.domains[0], slug: other.slug },
  })
  expect((await showTenant(ctx, record.slug)).revisions).toHaveLength(1)
  expect(ctx.directory.bySlug(record.slug)?.domains).toEqual(record.domains)
})

test('a level that units stand on cannot be left out', async () => {
  const { operations: ctx, record } = await createTestTenant()
  const before = testConfiguration(record.slug)
  const levels = before.organisation.levels.filter((level) => level.key !== 'grassroots')
  const after = { ...before, organisation: { ...before.organisation, levels } }
  await expect(applyTenant(ctx, after)).rejects.toMatchObject({ code: 'operations.level-in-use' })
})
