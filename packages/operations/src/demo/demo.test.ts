import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { member, membership } from '@sotay/domain/members'
import { asOf, unit, unitVersion } from '@sotay/domain/organisation'
import { verifyAuditChain } from '@sotay/kernel'
import { testConfiguration, testOperations } from '@sotay/testing'
import { and, countDistinct, eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { OperationsContext } from '../context'
import { createTenant } from '../tenants/create-tenant'
import { listTenants } from '../tenants/list-tenants'
import { demoPeople } from './demo-people'
import { loadMembers } from './load-members'
import { seedDemo } from './seed-demo'

const UNITS = `
establishedOn: 2020-02-01
generate: { level: cell, under: [grassroots], names: ['Chi bộ thôn {n}'], perUnit: { min: 2, max: 3 }, members: { min: 5, max: 9 } }
units:
  - name: Đảng bộ tỉnh
    level: province
    children:
      - { name: Đảng bộ xã An, level: grassroots }
      - { name: Chi bộ cơ sở Bệnh viện, level: grassroots }
      - { name: Đảng bộ xã Bình, level: grassroots }
      - { name: Đảng bộ xã Cũ, level: grassroots, until: 2024-12-31 }
`
let ctx: OperationsContext
const configuration = testConfiguration('minh-hoa', { demo: { units: 'content/units.yaml' } })
const folder = { path: '', configuration }

beforeAll(async () => {
  ctx = await testOperations()
  folder.path = await mkdtemp(join(tmpdir(), 'sotay-demo-'))
  await mkdir(join(folder.path, 'content'))
  await writeFile(join(folder.path, 'content/units.yaml'), UNITS)
  await createTenant(ctx, configuration)
  await seedDemo(ctx, folder)
})

const province = () => ctx.directory.context(ctx.directory.bySlug('minh-hoa')!, { actor: ctx.actor })
const size = async () => {
  const { outbox: _comesDueByItself, ...held } = (await listTenants(ctx)).find((line) => line.slug === 'minh-hoa')!
  return held
}

test('every role has somebody, and a member is on the way in', async () => {
  const people = await demoPeople(ctx, 'minh-hoa')
  expect(new Set(people.map((person) => person.role))).toEqual(new Set(configuration.roles.map((role) => role.key)))
  expect(people.map((person) => person.status)).toEqual(expect.arrayContaining(['not_registered', 'awaiting_approval']))
  expect(people.find((person) => person.role === 'member')?.status).toBe('active')
  expect(people.find((person) => person.role === 'committee_secretary')?.unitLevel).toBe('grassroots')
  for (const { role, totpSecret } of people) {
    expect(totpSecret !== undefined).toBe(configuration.accounts.totpRoles.includes(role))
  }
  expect(new Set(people.map((person) => person.phone)).size).toBe(people.length)
})

test('a second cell has its secretary too, so that a transfer can be taken in', async () => {
  const people = await demoPeople(ctx, 'minh-hoa')
  const [first, second] = people.filter((person) => person.role === 'cell_secretary')
  expect(first?.unit).toBe(people[0]!.unit)
  expect(second?.status).toBe('active')
  expect(second?.unit).not.toBe(first?.unit)
})

test('the same people come out again, and nothing is added twice', async () => {
  const [people, before] = [await demoPeople(ctx, 'minh-hoa'), await size()]
  expect(await seedDemo(ctx, folder)).toMatchObject({ units: 0, members: 0, personas: 0, modules: [] })
  expect(await demoPeople(ctx, 'minh-hoa')).toEqual(people)
  expect(await size()).toEqual(before)
})

test('a chi bộ cơ sở is a cell at its own level, without cells below it', async () => {
  const { db } = await province()
  const units = await db.select().from(unit)
  const hospital = units.find((entry) => entry.name === 'Chi bộ cơ sở Bệnh viện')!
  expect(hospital).toMatchObject({ kind: 'cell', level: 'grassroots' })
  expect(units.filter((entry) => entry.parentId === hospital.id)).toEqual([])
  expect((await db.select().from(member).where(eq(member.unitId, hospital.id))).length).toBeGreaterThanOrEqual(5)
})

test('a committee with a last day has ended on it by a decision, and who was under it before is still answered', async () => {
  const { db } = await province()
  const [old] = await db.select().from(unit).where(eq(unit.name, 'Đảng bộ xã Cũ'))
  expect(old).toMatchObject({ validUntil: '2024-12-31' })
  const under = async (day: string) => {
    const rows = await db
      .select({ unitId: unitVersion.unitId })
      .from(unitVersion)
      .where(and(eq(unitVersion.parentId, old!.id), asOf(unitVersion, day)))
    return rows.map(({ unitId }) => unitId)
  }
  const cells = await under('2024-12-31')
  expect(cells.length).toBeGreaterThanOrEqual(2)
  expect(await under('2025-01-01')).toEqual([])
  const today = await db.select().from(unit).where(inArray(unit.id, cells))
  expect(new Set(today.map(({ parentId }) => parentId))).toEqual(new Set([old!.parentId]))
  const people = await db
    .select({ n: countDistinct(membership.memberId) })
    .from(membership)
    .where(and(inArray(membership.unitId, cells), asOf(membership, '2024-01-01')))
  expect(people[0]!.n).toBeGreaterThan(0)
})

test('a province grows to a number of members, in proportion, and not again', async () => {
  const progress: number[] = []
  const before = await size()
  const loaded = await loadMembers(ctx, 'minh-hoa', { members: 5_000, onProgress: (done) => progress.push(done) })
  const after = await size()
  expect(after.members).toBe(5_000)
  expect(loaded).toMatchObject({ membersAdded: 5_000 - before.members!, unitsAdded: after.units! - before.units! })
  expect(progress.at(-1)).toBe(5_000)
  expect(loaded.membersAdded / loaded.unitsAdded).toBeGreaterThan(12)
  expect(loaded.membersAdded / loaded.unitsAdded).toBeLessThan(28)
  expect(await loadMembers(ctx, 'minh-hoa', { members: 5_000 })).toMatchObject({ membersAdded: 0, unitsAdded: 0 })
  const { db } = await province()
  const [cards] = await db.select({ n: countDistinct(member.cardNumber) }).from(member)
  expect(cards?.n).toBe(5_000)
  expect(await verifyAuditChain(await province())).toMatchObject({ brokenAt: null })
})
