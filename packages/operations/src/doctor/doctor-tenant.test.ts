import { createTestTenant, type TestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { doctorTenant } from './doctor-tenant'
import type { Finding } from './finding'

const asOwner = async ({ operations, record }: TestTenant, statement: string) => {
  const { sql } = operations.owner(record.server)
  await sql.unsafe(`set search_path = "${record.schema}", ext; ${statement}; reset search_path`).simple()
}
const wrong = (findings: Finding[]) => findings.filter((finding) => !finding.ok && finding.check !== 'brand')

test('a healthy province has a line for each check and nothing wrong but its missing drawings', async () => {
  const { operations, record } = await createTestTenant()
  const findings = await doctorTenant(operations, record.slug)
  expect(wrong(findings)).toEqual([])
  expect(new Set(findings.map(({ check }) => check))).toEqual(
    new Set(['audit', 'grants', 'isolation', 'migrations', 'configuration', 'store', 'organisation', 'brand']),
  )
})

test.each<[string, Finding['check'], string]>([
  ['a row of the audit trail changed on disk', 'audit', `update audit_entry set action = 'x' where sequence = 2`],
  ['a privilege too many', 'grants', 'grant truncate on member to "SCHEMA"'],
  ['an audit trail that may be deleted from', 'grants', 'grant delete on audit_entry to "SCHEMA"'],
  ['a privilege too few', 'grants', 'revoke select on member from "SCHEMA"'],
  ['a table open to everybody', 'isolation', 'grant select on member to public'],
  ['a right on the catalogue', 'isolation', 'grant select on platform.tenant to "SCHEMA"'],
  ['a login that may make databases', 'isolation', 'alter role "SCHEMA" createdb'],
  ['a membership', 'isolation', 'grant pg_monitor to "SCHEMA"'],
  [
    'a configuration altered after publication',
    'configuration',
    `update configuration_revision set configuration = configuration || '{"name":"x"}'`,
  ],
  [
    'a unit that hangs elsewhere than its path says',
    'organisation',
    `update unit set path = 'x.y' where kind = 'cell'`,
  ],
  ['a unit of an unknown level', 'organisation', `update unit set level = 'x' where kind = 'cell'`],
])('%s is found', async (_, check, statement) => {
  const province = await createTestTenant()
  const schema = province.record.schema
  await asOwner(province, statement.replaceAll('SCHEMA', schema))
  const findings = wrong(await doctorTenant(province.operations, province.record.slug))
  await asOwner(province, `revoke select on platform.tenant from "${schema}"`)
  expect(findings.map((finding) => finding.check)).toContain(check)
  expect(findings.every((finding) => finding.remedy)).toBe(true)
})

test('a trail whose end was cut off is found against the anchor outside', async () => {
  const province = await createTestTenant()
  await doctorTenant(province.operations, province.record.slug)
  await asOwner(province, 'delete from audit_entry where sequence = (select max(sequence) from audit_entry)')
  const findings = wrong(await doctorTenant(province.operations, province.record.slug))
  expect(findings).toMatchObject([{ check: 'audit', finding: expect.stringContaining('neo') }])
})

test('repair gives the login its grants anew', async () => {
  const province = await createTestTenant()
  const { schema, slug } = province.record
  await asOwner(
    province,
    `grant truncate on member to "${schema}"; revoke select on unit from "${schema}"; alter role "${schema}" createdb`,
  )
  expect(wrong(await doctorTenant(province.operations, slug, { repair: true }))).toEqual([])
})
