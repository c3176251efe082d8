import { account } from '@sotay/domain/accounts'
import { makeAccount } from '@sotay/domain/accounts/factory'
import { member } from '@sotay/domain/members'
import { unit } from '@sotay/domain/organisation'
import { makeTransfer } from '@sotay/domain/transfers/factory'
import { dayIn, newId, Refusal, type TenantContext, todayOf } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { signInEvent } from '../accounts/schema'
import { makeSmartphone } from './factory'
import { readAdoption } from './read-adoption'
import { type CountColumn, closeDay, countColumns, recountAdoption } from './recount'
import { adoptionCount, smartphone } from './schema'

const DAY_MS = 86_400_000
type Counts = Record<CountColumn, number>
const zero = (): Counts => Object.fromEntries(countColumns.map((name) => [name, 0])) as Counts

/** Counts each unit's members one by one from the rows themselves. */
async function countAgain({ db, clock, config }: TenantContext): Promise<Map<string, Counts>> {
  const [people, phones, accounts, events, cells] = await Promise.all([
    db.select().from(member).where(isNull(member.leftOn)),
    db.select().from(smartphone),
    db.select().from(account),
    db.select().from(signInEvent),
    db.select().from(unit).where(eq(unit.kind, 'cell')),
  ])
  const today = todayOf({ config, clock })
  const since = clock.now().getTime() - config.adoption!.activeDays * DAY_MS
  const counts = new Map(cells.map(({ id }) => [id, zero()]))
  for (const person of people) {
    const own = counts.get(person.unitId) ?? zero()
    counts.set(person.unitId, own)
    const held = accounts.find(({ memberId }) => memberId === person.id)
    const seen = events.some(
      (event) => event.accountId === held?.id && event.outcome === 'signed-in' && event.at.getTime() >= since,
    )
    const registered = held?.status === 'active' || held?.status === 'suspended'
    const active = held?.status === 'active' && seen
    const phone = phones.find(({ memberId }) => memberId === person.id)?.has
    const add = (name: CountColumn, when = true) => {
      if (when) own[name] += 1
    }
    add('members')
    add('registered', registered)
    add('active', active)
    add('awaiting', held?.status === 'awaiting_approval')
    if (person.status === 'probationary') {
      add('probationary')
      add('probationary_registered', registered)
      add('probationary_active', active)
    } else if (
      person.exemptFrom &&
      person.exemptFrom <= today &&
      (!person.exemptUntil || person.exemptUntil >= today)
    ) {
      add('exempt')
    } else {
      add('expected')
      add('expected_registered', registered)
      add('expected_active', active)
      add('counted', phone === true)
      add('counted_registered', phone === true && registered)
      add('counted_active', phone === true && active)
      add('without_smartphone', phone === false)
      add('smartphone_unknown', phone === undefined)
    }
  }
  return counts
}

const columnOf: Record<CountColumn, keyof typeof adoptionCount.$inferSelect> = {
  members: 'members',
  probationary: 'probationary',
  exempt: 'exempt',
  without_smartphone: 'withoutSmartphone',
  smartphone_unknown: 'smartphoneUnknown',
  registered: 'registered',
  awaiting: 'awaiting',
  active: 'active',
  probationary_registered: 'probationaryRegistered',
  probationary_active: 'probationaryActive',
  expected: 'expected',
  expected_registered: 'expectedRegistered',
  expected_active: 'expectedActive',
  counted: 'counted',
  counted_registered: 'countedRegistered',
  counted_active: 'countedActive',
}

async function maintained(ctx: TenantContext): Promise<Map<string, Counts>> {
  const today = todayOf(ctx)
  const rows = await ctx.db.select().from(adoptionCount).where(eq(adoptionCount.day, today))
  return new Map(
    rows.map((row) => [
      row.unitId,
      Object.fromEntries(countColumns.map((name) => [name, Number(row[columnOf[name]])])) as Counts,
    ]),
  )
}

/** Runs what the acts left for the worker, as it would. */
async function follow({ ctx }: TestTenant): Promise<number> {
  const waiting = and(eq(outbox.job, 'adoption.recount'), isNull(outbox.relayedAt))
  const rows = await ctx.db.select().from(outbox).where(waiting)
  await ctx.db.update(outbox).set({ relayedAt: ctx.clock.now() }).where(waiting)
  if (rows.length > 0) await recountAdoption(ctx)
  return rows.length
}

function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

test.each([3, 77])('after any acts the maintained counts are those of a recount by hand (seed %i)', async (seed) => {
  const random = numbers(seed)
  const tenant = await createTestTenant()
  const { ctx, make, units } = tenant
  const pick = <Entry>(from: readonly Entry[]): Entry => from[Math.floor(random() * from.length)]!
  const cells = [
    units.cell,
    ...(await Promise.all([1, 2].map(() => make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })))),
  ]
  const people: string[] = []
  for (let step = 0; step < 70; step++) {
    const chosen = random()
    const memberId = people.length > 0 ? pick(people) : undefined
    try {
      if (!memberId || chosen < 0.3) {
        const status = random() < 0.2 ? ('probationary' as const) : ('full' as const)
        people.push((await make.member({ unitId: pick(cells).id, status, memberSince: '2023-01-01' })).id)
      } else if (chosen < 0.5) await makeSmartphone(ctx, { memberId, has: random() < 0.7 })
      else if (chosen < 0.7) {
        const status = pick(['active', 'active', 'awaiting_approval', 'suspended', 'returned'] as const)
        const [held] = await ctx.db.select().from(account).where(eq(account.memberId, memberId))
        if (!held) {
          const { accountId } = await makeAccount(ctx, { memberId, password: { hash: 'never compared' }, status })
          const at = new Date(ctx.clock.now().getTime() - random() * 60 * DAY_MS)
          const outcome = pick(['signed-in', 'signed-in', 'wrong-password'] as const)
          await ctx.db.insert(signInEvent).values({ id: newId(), accountId, at, outcome, device: 'thử' })
        }
      } else if (chosen < 0.85) await makeTransfer(ctx, { memberId, toUnitId: pick(cells).id, upTo: 'decided' })
      else if (chosen < 0.93) {
        const exemptUntil = random() < 0.5 ? '2024-01-01' : null
        await ctx.db.update(member).set({ exemptFrom: '2023-06-01', exemptUntil }).where(eq(member.id, memberId))
      } else
        await ctx.db.update(member).set({ leftOn: '2024-01-10', leaving: 'resigned' }).where(eq(member.id, memberId))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  // The last act is one that says what it did, as every act of the modules does.
  await make.member({ unitId: units.cell.id })
  expect(await follow(tenant)).toBe(1)
  const [kept, again] = [await maintained(ctx), await countAgain(ctx)]
  for (const [unitId, counts] of again) expect({ unitId, ...kept.get(unitId) }).toEqual({ unitId, ...counts })
  for (const [unitId, counts] of kept)
    expect({ unitId, ...counts }).toEqual({ unitId, ...(again.get(unitId) ?? zero()) })
  const { total } = await readAdoption(ctx)
  const all = [...again.values()].reduce((sum, counts) => sum + counts.members, 0)
  expect(total.members).toBe(all)
  expect(total.members).toBe(
    total.probationary + total.exempt + total.counted + total.without_smartphone + total.smartphone_unknown,
  )
})

test('many acts at once leave one recount, and an act of another module is followed too', async () => {
  const tenant = await createTestTenant()
  const people = await Promise.all([1, 2, 3, 4].map(() => tenant.make.member({ memberSince: '2023-01-01' })))
  expect(await follow(tenant)).toBe(1)
  const other = await tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
  await makeTransfer(tenant.ctx, { memberId: people[0]!.id, toUnitId: other.id, upTo: 'decided' })
  expect(await follow(tenant)).toBe(1)
  expect((await maintained(tenant.ctx)).get(other.id)?.members).toBe(1)
  expect(await follow(tenant)).toBe(0)
})

test('of days long past the ends of months are kept', async () => {
  const { ctx, units, clock } = await createTestTenant()
  const days = ['2023-09-29', '2023-09-30', '2023-10-31', '2023-11-10', '2023-11-12', '2024-01-10']
  for (const day of days) {
    await ctx.db.insert(adoptionCount).values({ day, unitId: units.cell.id, ...emptyRow() })
  }
  await closeDay.handler(ctx, {}, { sendText: async () => {} })
  const rows = await ctx.db.select().from(adoptionCount).where(eq(adoptionCount.unitId, units.cell.id))
  const today = dayIn(ctx.config.timezone, clock.now())
  expect(rows.map(({ day }) => day).sort()).toEqual(['2023-09-30', '2023-10-31', '2023-11-12', '2024-01-10', today])
})

const emptyRow = () => {
  const entries = countColumns.map((name) => [columnOf[name], 0])
  return Object.fromEntries(entries) as Omit<typeof adoptionCount.$inferInsert, 'day' | 'unitId'>
}
