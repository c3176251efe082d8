import { member, membership } from '@sotay/domain/members'
import type { Unit } from '@sotay/domain/organisation'
import { Refusal } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { acceptTransfer, confirmTransfer, turnDownTransfer, withdrawTransfer } from './answer-transfer'
import { cancelTransfer, decideTransfer, redirectTransfer } from './decide-transfer'
import { makeDecision } from './factory'
import { requestTransfer } from './request-transfer'
import { transfer } from './schema'
import { takeDueTransfers } from './take-effect'

const DAY_MS = 86_400_000

/** The same numbers for the same seed, between 0 and 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

test.each([11, 4711, 90210])(
  'whatever is done in whatever order, a member is in one primary cell on each day (seed %i)',
  async (seed) => {
    const random = numbers(seed)
    const tenant = await createTestTenant()
    const cells = [tenant.units.cell, ...(await Promise.all([1, 2].map(() => newCell(tenant))))]
    const people = await Promise.all([1, 2].map(() => tenant.make.member({ memberSince: '2024-01-01' })))
    for (let step = 0; step < 60; step++) {
      // Two at once, so that acts on one member meet.
      const acts = [0, 1].map(() => act(tenant, random, { cells, people }).catch(refusalOnly))
      await Promise.all(acts)
      if (random() < 0.2) tenant.clock.advance(24 * 60)
    }
    for (const { id } of people) await assertOneCell(tenant, id)
  },
)

const newCell = ({ make, units }: TestTenant) =>
  make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })

function refusalOnly(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}

async function act(
  { ctx }: TestTenant,
  random: () => number,
  { cells, people }: { cells: Unit[]; people: { id: string }[] },
): Promise<void> {
  const pick = <Entry>(from: readonly Entry[]): Entry => from[Math.floor(random() * from.length)]!
  const memberId = pick(people).id
  const to = pick(cells).id
  const chosen = random()
  const at = (days: number) => new Date(ctx.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10)
  const [open] = (await ctx.db.select().from(transfer).where(eq(transfer.memberId, memberId))).filter(({ status }) =>
    ['requested', 'confirmed', 'accepted', 'decided'].includes(status),
  )
  const transferId = open?.id
  const reason = 'Theo nguyện vọng'
  if (!transferId) {
    const period = { from: at(0), until: at(20) }
    const kind = chosen < 0.7 ? ('permanent' as const) : ('temporary' as const)
    await requestTransfer(ctx, { memberId, kind, toUnitId: to, reason, ...period })
  } else if (chosen < 0.25) await confirmTransfer(ctx, { transferId })
  else if (chosen < 0.5) await acceptTransfer(ctx, { transferId })
  else if (chosen < 0.75) {
    await decideTransfer(ctx, { transferId, ...makeDecision(ctx), effectiveOn: at(Math.floor(random() * 3)) })
  } else if (chosen < 0.8) await redirectTransfer(ctx, { transferId, toUnitId: to, reason })
  else if (chosen < 0.85) await withdrawTransfer(ctx, { transferId })
  else if (chosen < 0.88) await cancelTransfer(ctx, { transferId, reason })
  else if (chosen < 0.91) await turnDownTransfer(ctx, { transferId, how: 'refused', reason })
  else await takeDueTransfers.handler(ctx, {} as never, { sendText: async () => {} })
}

async function assertOneCell({ ctx, clock }: TestTenant, memberId: string): Promise<void> {
  const rows = await ctx.db.select().from(membership).where(eq(membership.memberId, memberId))
  const primary = rows.filter(({ kind }) => kind === 'primary')
  const today = clock.now().toISOString().slice(0, 10)
  for (let time = Date.parse('2024-01-01'); time <= Date.parse(today) + 5 * DAY_MS; time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10)
    const held = primary.filter((row) => row.validFrom <= day && (row.validUntil === null || row.validUntil >= day))
    expect(`${day}: ${held.length}`).toBe(`${day}: 1`)
  }
  const [row] = await ctx.db.select().from(member).where(eq(member.id, memberId))
  expect(primary.find(({ validUntil }) => validUntil === null)?.unitId).toBe(row?.unitId)
}
