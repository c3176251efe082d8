import { createHash } from 'node:crypto'
import type { TransactionContext } from '@sotay/kernel'
import { and, inArray } from 'drizzle-orm'
import { asOf, unitVersion } from '../organisation'
import { applyEffects, type EffectCounts } from './apply-effects'
import type { Desk } from './desk'
import type { PlannedInput } from './inputs'
import { type Measured, measureUnits } from './measure-units'
import { type Performed, performChange } from './perform-change'

export interface ChangeCounts extends EffectCounts {
  unitsCreated: number
  unitsRenamed: number
  unitsMoved: number
  unitsEnded: number
  /** Units that hang on another one because theirs ends. */
  unitsRehomed: number
  /** Units that only stand at another place with what is above them. */
  unitsBelow: number
  /** Party members at and below the units named, most of them in cells that stay as they are. */
  membersBelow: number
}

/** What a change would do, counted by doing it. */
export interface ChangePlan {
  kind: PlannedInput['kind']
  effectiveOn: string
  subject: { name: string; to?: string; count?: number }
  counts: ChangeCounts
  /** The units named, as they stand before it, with where what hangs on them goes. */
  lines: (Measured & { ends: boolean; home: string | null })[]
  created: string[]
  /** Units that go elsewhere than what else hangs on theirs. */
  ownWays: { name: string; home: string }[]
  /** Names that two units under one would bear afterwards. */
  sameNames: { name: string; day: string }[]
  /** Stands for all of the above: another mark is another plan. */
  mark: string
}

class Undone extends Error {}

/** Does a change and undoes it, all but the counting. The tree is locked already, outside what is undone. */
export async function rehearse(desk: Desk, input: PlannedInput): Promise<ChangePlan> {
  let plan: ChangePlan | undefined
  try {
    await desk.tx.db.transaction(async (db) => {
      const tx = { ...desk.tx, db, pending: { audit: [], outbox: [] } } as unknown as TransactionContext
      plan = await countDoing({ ...desk, tx }, input)
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return plan!
}

async function countDoing(desk: Desk, input: PlannedInput): Promise<ChangePlan> {
  const { tx, on } = desk
  const before = await measureUnits(tx, namedIn(input), on)
  const performed = await performChange(desk, input, { decisionId: null })
  const effects = await applyEffects(tx, { changeId: performed.changeId, on }, performed.draft.effects)
  const { edits, subject } = performed.draft
  const ended = new Map(performed.draft.effects.ended.map(({ unitId, home }) => [unitId, home]))
  const apart = input.kind === 'abolish-level' ? edits.moved : []
  const homes = await namesOf(desk, performed, [
    ...ended.values(),
    ...apart.flatMap(({ unitId, parentId }) => [unitId, parentId]),
  ])
  const lines = before.map((line) => {
    const home = ended.get(line.unitId)
    return { ...line, ends: home !== undefined, home: (home && homes.get(home)) ?? null }
  })
  const plan = {
    kind: input.kind,
    effectiveOn: on,
    subject,
    counts: {
      unitsCreated: edits.created.length,
      unitsRenamed: edits.renamed.length,
      unitsMoved: edits.moved.length,
      unitsEnded: edits.ended.length,
      unitsRehomed: performed.rehomed.size,
      unitsBelow: performed.below.size,
      membersBelow: before.reduce((sum, line) => sum + line.members, 0),
      ...effects,
    },
    lines,
    created: edits.created.map(({ name }) => name),
    ownWays: apart.map(({ unitId, parentId }) => ({ name: homes.get(unitId) ?? '', home: homes.get(parentId) ?? '' })),
    sameNames: performed.sameNames,
  }
  return { ...plan, mark: createHash('sha256').update(JSON.stringify(plan)).digest('base64url').slice(0, 22) }
}

/** The units an input is about, as far as they stand before it. */
function namedIn(input: PlannedInput): string[] {
  switch (input.kind) {
    case 'create':
      return []
    case 'merge':
    case 'abolish-level':
      return [...new Set(input.unitIds)]
    default:
      return [input.unitId]
  }
}

async function namesOf({ tx, on }: Desk, { draft }: Performed, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const standing = await tx.db
    .select({ unitId: unitVersion.unitId, name: unitVersion.name })
    .from(unitVersion)
    .where(and(inArray(unitVersion.unitId, wanted), asOf(unitVersion, on)))
  return new Map([...standing, ...draft.edits.created].map(({ unitId, name }) => [unitId, name]))
}
