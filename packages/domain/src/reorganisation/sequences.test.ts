import { Refusal } from '@sotay/kernel'
import { testClock } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { organisationChange, unit } from '../organisation'
import { cancelChange } from '.'
import { makeAnyChange } from './factory'
import type { PlanChange } from './inputs'
import { settleChanges } from './settle-changes'
import { fourTiers, type Province, TODAY, wrongs } from './testing-province'

const DAYS = ['2023-02-01', '2023-07-01', '2024-01-10', TODAY, '2024-01-12', '2024-05-01', '2024-09-01']
const WATCHED = ['2022-12-31', ...DAYS, '2025-01-01']
const noPorts = { sendText: async () => {} }

let province: Province
beforeAll(async () => {
  province = await fourTiers()
})

/** What a step does is chosen by numbers, of the units that there are when its turn comes. */
const step = fc.record({
  kind: fc.constantFrom('create', 'rename', 'move', 'split', 'merge', 'dissolve', 'abolish-level', 'cancel', 'join'),
  on: fc.constantFrom(...DAYS),
  one: fc.nat(1000),
  other: fc.nat(1000),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
let turn = 0

async function take({ kind, on: effectiveOn, one, other }: Step): Promise<void> {
  const { ctx, make } = province
  const all = await ctx.db.select().from(unit).orderBy(unit.id)
  const pick = (list: typeof all, number: number) => list[number % list.length]!
  const moving = all.filter((entry) => entry.parentId && entry.kind !== 'agency')
  const [cells, committees] = ['cell', 'committee'].map((wanted) => all.filter((entry) => entry.kind === wanted))
  const name = `Tên thứ ${++turn}`
  const { id: unitId, kind: ofKind } = pick(moving, one)
  const cell = pick(cells!, one)
  const change = (): PlanChange => {
    switch (kind) {
      case 'create':
        return { kind, parentId: pick(committees!, one).id, unitKind: 'cell', level: 'cell', name, effectiveOn }
      case 'rename':
        return { kind, unitId, name, effectiveOn }
      case 'move':
        return { kind, unitId, parentId: pick(committees!, other).id, effectiveOn }
      case 'split':
        return { kind, unitId: cell.id, into: [{ name }], effectiveOn }
      case 'merge':
        return { kind, unitIds: [cell.id, pick(cells!, other).id], name, effectiveOn }
      case 'dissolve': {
        const membersTo = ofKind === 'cell' ? pick(cells!, other).id : undefined
        return { kind, unitId, membersTo, effectiveOn }
      }
      default:
        return {
          kind: 'abolish-level',
          level: 'district',
          unitIds: [
            pick(
              all.filter((u) => u.level === 'district'),
              one,
            ).id,
          ],
          effectiveOn,
        }
    }
  }
  if (kind === 'join') {
    const lasting = cells!.filter((entry) => entry.validFrom < TODAY && !entry.validUntil)
    const home = pick(lasting, one)
    const memberSince = effectiveOn < TODAY && home.validFrom <= effectiveOn ? effectiveOn : TODAY
    await make.member({ unitId: home.id, memberSince })
  } else if (kind === 'cancel') {
    const planned = await ctx.db.select().from(organisationChange).where(eq(organisationChange.status, 'planned'))
    if (planned.length > 0) await cancelChange(ctx, { changeId: planned[one % planned.length]!.id })
  } else await makeAnyChange(ctx, change())
}

test('whatever is done in whatever order: everybody in one cell on any day, every unit under one that stands', async () => {
  const outcomes = { done: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
      for (const one of steps) {
        await take(one).then(
          () => outcomes.done++,
          (error: unknown) => {
            if (!(error instanceof Refusal)) throw error
            outcomes.refused++
          },
        )
        expect(await wrongs(province.ctx, WATCHED)).toEqual([])
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
  expect(outcomes.done).toBeGreaterThan(10)
  const later = { ...province.ctx, clock: testClock(new Date('2025-01-01T01:00:00Z')) }
  await settleChanges.handler(later, {}, noPorts)
  await settleChanges.handler(later, {}, noPorts)
  const open = await later.db.select().from(organisationChange).where(eq(organisationChange.status, 'planned'))
  expect(open).toEqual([])
  expect(await wrongs(later, WATCHED, '2025-01-01')).toEqual([])
})
