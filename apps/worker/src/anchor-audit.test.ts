import { openOwner } from '@sotay/tenancy'
import { auditAnchor } from '@sotay/tenancy/schema'
import { createTestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { anchorAudit } from './anchor-audit'

test('heads are kept outside the province, and a chain rewritten behind them is noticed (H54)', async () => {
  const t = await createTestTenant()
  const { platform } = t.operations
  const anchors = () => platform.select().from(auditAnchor).where(eq(auditAnchor.tenantId, t.record.id))
  expect(await anchorAudit(platform, t.ctx)).toBe('anchored')
  expect(await anchorAudit(platform, t.ctx)).toBe('unchanged')
  await t.make.member()
  expect(await anchorAudit(platform, t.ctx)).toBe('anchored')
  expect(await anchors()).toHaveLength(2)

  const settings = inject('sotaySettings')
  const owner = openOwner(t.record.server, settings, 1)
  // As somebody with the whole database in hand might, with hashes that follow from each other.
  await owner.sql.unsafe(`update "${t.record.schema}".audit_entry set hash = sha256(hash)`)
  await owner.close()
  await t.make.member()
  expect(await anchorAudit(platform, t.ctx)).toBe('rewritten')
  expect(await anchors()).toHaveLength(2)
})
