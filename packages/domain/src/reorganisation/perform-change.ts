import { Conflict, newId, type TransactionContext } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import { changedBy } from '../members'
import { organisationChange, type Rewritten, rewriteVersions, type StoredVersion } from '../organisation'
import { assertTree, sameNames } from './assert-tree'
import type { Desk } from './desk'
import type { Draft, Effects } from './draft'
import { drawUp } from './draw-up'
import type { PlannedInput } from './inputs'

/** What a change keeps in its `plan`. */
export interface StoredPlan extends Record<string, unknown> {
  subject: Draft['subject']
  /** Units it names, for whose it is. */
  unitIds: string[]
  /** Units it made. */
  created: string[]
  effects: Effects
  /** Versions it set right, as they were. */
  replaced: StoredVersion[]
  counts?: Record<string, number>
}

export interface Performed extends Rewritten {
  changeId: string
  draft: Draft
  sameNames: { name: string; day: string }[]
}

/**
 * Draws a change up and writes it into the tree; its effects on members and roles are another step. The tree is locked.
 * @throws NotFound outside the actor's scope · Conflict where the change cannot be
 */
export async function performChange(
  desk: Desk,
  input: PlannedInput,
  { decisionId, counts }: { decisionId: string | null; counts?: Record<string, number> },
): Promise<Performed> {
  const { tx, on } = desk
  const draft = await drawUp(desk, input)
  const { edits, effects, subject } = draft
  const changeId = newId()
  const named = [...edits.renamed, ...edits.moved, ...edits.ended].map(({ unitId }) => unitId)
  const created = edits.created.map(({ unitId }) => unitId)
  const unitIds = [...new Set([...named, ...created, ...effects.members.map(({ from }) => from)])]
  const plan: StoredPlan = { subject, unitIds, created, effects, replaced: [], counts }
  await tx.db.insert(organisationChange).values({
    id: changeId,
    kind: input.kind,
    effectiveOn: on,
    status: 'planned',
    decisionId,
    plan,
    madeBy: changedBy(tx),
    madeAt: tx.clock.now(),
  })
  const rewritten = await rewriteVersions(tx, { changeId, on, edits })
  await keepReplaced(tx, changeId, plan, rewritten.replaced)
  const altered = rewritten.replaced.map(({ id }) => id)
  await assertTree(tx, { changeId, altered })
  const [own] = await sameNames(tx, { changeId, altered }, [...created, ...named])
  if (own) throw new Conflict('reorganisation.same-name', own)
  const doubles = await sameNames(tx, { changeId, altered }, [...rewritten.rehomed])
  return { ...rewritten, changeId, draft, sameNames: doubles }
}

async function keepReplaced({ db }: TransactionContext, changeId: string, plan: StoredPlan, replaced: StoredVersion[]) {
  if (replaced.length === 0) return
  await db
    .update(organisationChange)
    .set({ plan: { ...plan, replaced } })
    .where(eq(organisationChange.id, changeId))
}
