import { tenantMeasure } from '@sotay/tenancy/schema'
import { createTestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { measureTenant } from './measure-tenant'

test('the bytes of a province are its own, and the last measure stands', async () => {
  const { ctx, record, operations } = await createTestTenant()
  const other = await createTestTenant()
  await other.ctx.files.put(other.ctx.files.key('x'), Buffer.alloc(999), { contentType: 'a/b' })
  await ctx.files.put(ctx.files.key('a'), Buffer.alloc(100), { contentType: 'a/b' })
  await measureTenant(operations.platform, ctx, 'whole')
  await ctx.files.put(ctx.files.key('b', 'c'), Buffer.alloc(20), { contentType: 'a/b' })
  await measureTenant(operations.platform, ctx, 'rewritten')
  const rows = await operations.platform.select().from(tenantMeasure).where(eq(tenantMeasure.tenantId, record.id))
  expect(rows).toMatchObject([{ fileBytes: 120, auditChain: 'rewritten' }])
})
