import { listBatches, startCommit, startUndo } from '@sotay/domain/imports'
import { makeCheckedImport, makeRosterFile, runImportJobs } from '@sotay/domain/imports/factory'
import { leaveRoster, returnToRoster } from '@sotay/domain/members'
import { cancelChange, listChanges } from '@sotay/domain/reorganisation'
import { makeAnyChange } from '@sotay/domain/reorganisation/factory'
import { member, transfer, unit } from '@sotay/domain/schema'
import { acceptTransfer, confirmTransfer, decideTransfer, requestTransfer } from '@sotay/domain/transfers'
import { makeDecision } from '@sotay/domain/transfers/factory'
import { Refusal } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const BEGAN = '2024-01-01'
const TODAY = '2024-01-11'
const DAYS = ['2024-01-05', '2024-01-10', TODAY]
const UNDER_WAY = ['requested', 'confirmed', 'accepted', 'decided'] as const

/** What a step does is chosen by numbers, of what there is when its turn comes. */
const step = fc.record({
  kind: fc.constantFrom(
    'transfer',
    'transfer',
    'transfer',
    'merge',
    'dissolve',
    'cancel',
    'import',
    'undo',
    'leave',
    'return',
  ),
  one: fc.nat(1000),
  other: fc.nat(1000),
  on: fc.constantFrom(...DAYS),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
const pick = <Entry>(from: readonly Entry[], number: number): Entry | undefined => from[number % from.length]
let turn = 0

async function take(tenant: TestTenant, { kind, one, other, on }: Step): Promise<unknown> {
  const { ctx } = tenant
  const standing = and(eq(unit.kind, 'cell'), isNull(unit.validUntil))
  const cells = await ctx.db.select().from(unit).where(standing).orderBy(asc(unit.id))
  const people = await ctx.db.select().from(member).orderBy(asc(member.id))
  const [person, cell, goal] = [pick(people, one)!, pick(cells, one)!, pick(cells, other)!]
  const files = async (...status: string[]) =>
    (await listBatches(ctx, { purpose: 'import' })).batches.filter((batch) => status.includes(batch.status))
  switch (kind) {
    case 'transfer': {
      const own = and(eq(transfer.memberId, person.id), inArray(transfer.status, [...UNDER_WAY]))
      const [open] = await ctx.db.select().from(transfer).where(own)
      const transferId = open?.id ?? ''
      if (!open)
        return requestTransfer(ctx, {
          memberId: person.id,
          kind: 'permanent',
          toUnitId: goal.id,
          reason: 'Nguyện vọng',
        })
      if (open.status === 'requested') return confirmTransfer(ctx, { transferId })
      if (open.status === 'confirmed') return acceptTransfer(ctx, { transferId })
      return decideTransfer(ctx, { transferId, ...makeDecision(ctx), effectiveOn: TODAY })
    }
    case 'merge':
      return makeAnyChange(ctx, { kind, unitIds: [cell.id, goal.id], name: `Chi bộ ${++turn}`, effectiveOn: on })
    case 'dissolve':
      return makeAnyChange(ctx, { kind, unitId: cell.id, membersTo: goal.id, effectiveOn: on })
    case 'cancel': {
      const change = pick((await listChanges(ctx, {})).changes, one)
      return change && cancelChange(ctx, { changeId: change.id })
    }
    case 'import': {
      const cardNumber = `88.${String(100_000 + (other % 5)).padStart(6, '0')}`
      const file = await makeRosterFile([{ fullName: `Lê Văn ${one}`, cardNumber, unit: cell.name }])
      const batchId = await makeCheckedImport(ctx, { unitId: tenant.units.root.id, file })
      await startCommit(ctx, { batchId })
      return runImportJobs(ctx)
    }
    case 'undo': {
      const batch = pick(await files('committed'), one)
      if (batch) await startUndo(ctx, { batchId: batch.id })
      return runImportJobs(ctx)
    }
    case 'leave':
      return leaveRoster(ctx, { memberId: person.id, on: TODAY, leaving: 'resigned' })
    case 'return':
      return returnToRoster(ctx, { memberId: person.id })
  }
}

/** What is wrong of whoever is on the roster: not in one primary cell, or another than the line says. */
async function wrongs({ ctx }: TestTenant): Promise<string[]> {
  const rows = await ctx.db.execute<{ line: string }>(sql`
    with day as (select d::date as d from json_array_elements_text(${JSON.stringify(DAYS)}::text::json) given (d)),
    stay as (select day.d, m.* from day join membership m on m.kind = 'primary' and m.valid_from <= d
      and (m.valid_until is null or m.valid_until >= d))
    select concat('not one cell: ', person.full_name, ' on ', day.d, ': ', count(stay.id)) as line
    from day join member person on true left join stay on stay.d = day.d and stay.member_id = person.id
    where person.left_on is null and day.d >= (select min(valid_from) from membership first where first.member_id = person.id)
      and not exists (select 1 from membership gone where gone.member_id = person.id and gone.valid_until is not null
        and not exists (select 1 from membership next where next.member_id = person.id and next.valid_from = gone.valid_until + 1))
    group by person.id, person.full_name, day.d having count(stay.id) <> 1
    union all
    select concat('another cell than its line says: ', person.full_name) from member person
    join stay on stay.member_id = person.id and stay.d = ${TODAY}::date
    where person.left_on is null and stay.unit_id <> person.unit_id
    union all
    select concat('two at once: ', member_id, ' on ', d) from stay group by member_id, d having count(*) > 1
    union all
    select concat('not as its version of today: ', place.name) from unit place join unit_version v on v.unit_id = place.id
      and v.valid_from <= ${TODAY}::date and (v.valid_until is null or v.valid_until >= ${TODAY}::date)
    where (v.path, v.name, v.level) is distinct from (place.path, place.name, place.level)
    union all
    select concat('in a cell that is no more: ', person.full_name) from member person join unit place on place.id = person.unit_id
    where person.left_on is null and place.valid_until < ${TODAY}::date`)
  return [...rows].map(({ line }) => line)
}

test('transfers, changes of the tree, imports and their undoing, two at once: everybody in one cell, every unit as its version', async () => {
  const tenant = await createTestTenant()
  const { make, units } = tenant
  const cells = [units.cell]
  for (const name of ['hai', 'ba', 'bốn', 'năm', 'sáu']) {
    cells.push(await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell', name: `Chi bộ ${name}` }))
  }
  for (const { id: unitId } of cells.slice(0, 4)) await make.member({ unitId, memberSince: BEGAN })
  let done = 0
  const property = fc.asyncProperty(fc.array(fc.tuple(step, step), { minLength: 3, maxLength: 8 }), async (pairs) => {
    for (const pair of pairs) {
      const acts = pair.map((one) =>
        take(tenant, one).then(
          () => done++,
          (error: unknown) => {
            if (!(error instanceof Refusal)) throw error
          },
        ),
      )
      await Promise.all(acts)
      expect(await wrongs(tenant)).toEqual([])
    }
  })
  await fc.assert(property, { numRuns: 8, endOnFailure: true })
  expect(done).toBeGreaterThan(15)
}, 180_000)
