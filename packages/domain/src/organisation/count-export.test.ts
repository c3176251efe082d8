import { Conflict, NotFound, TooMany } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, testConfiguration } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { countExport } from '.'

const limited = (rows: number, perDay: number) =>
  createTestTenant({ roster: { ...testConfiguration('any').roster!, exports: { rows, perDay } } })

test('each file is recorded with what left and how much; one beyond the rows is refused and not counted', async () => {
  const t = await limited(10, 5)
  const officer = await t.as('organisation_dept')
  await countExport(officer, 'members.roster', 10)
  await expect(countExport(officer, 'members.roster', 11)).rejects.toThrow(Conflict)
  const left = await t.ctx.db.select().from(auditEntry).where(eq(auditEntry.action, 'organisation.exported'))
  expect(left.map(({ actorId, details }) => [actorId, details])).toEqual([
    [officer.actor.accountId, { kind: 'members.roster', rows: 10 }],
  ])
})

test('a person takes so many files a day, also when asking all at once; another person and day begin anew', async () => {
  const t = await limited(10, 3)
  const officer = await t.as('organisation_dept')
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => countExport(officer, 'organisation.tree', 1)))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  await expect(countExport(officer, 'members.roster', 1)).rejects.toThrow(TooMany)
  await countExport(await t.as('organisation_dept'), 'organisation.tree', 1)
  t.clock.advance(24 * 60)
  await countExport(officer, 'organisation.tree', 1)
})

test('who asked too often is told when the day ends', async () => {
  const t = await limited(10, 1)
  const officer = await t.as('organisation_dept')
  t.clock.set(new Date('2024-01-11T16:00:00Z'))
  await countExport(officer, 'organisation.tree', 1)
  await expect(countExport(officer, 'organisation.tree', 1)).rejects.toMatchObject({ retryAfterSeconds: 3600 })
})

test('a province whose configuration allows no exports has none', async () => {
  const t = await createTestTenant({ roster: undefined })
  await expect(countExport(await t.as('organisation_dept'), 'organisation.tree', 1)).rejects.toThrow(NotFound)
})
