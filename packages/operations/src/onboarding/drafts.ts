import { fileKey, filePrefix } from '@sotay/files'
import { Conflict, isId, NotFound, newId } from '@sotay/kernel'
import { onboardingDraft } from '@sotay/tenancy/schema'
import { checkAnswer, type Preset } from '@sotay/tenant-config'
import { desc, eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { actorName } from '../record-operation'
import { type DraftAnswers, draftAnswers } from './inputs'
import { findPreset } from './presets'

/** A province being thought out. */
export interface Draft extends DraftAnswers {
  id: string
  preset: Preset
  createdAt: Date
  updatedAt: Date
  /** The province it became. */
  tenantSlug: string | null
}

/** Begins a draft. @throws NotFound for an unknown preset */
export async function startDraft(ctx: OperationsContext, preset: string): Promise<{ id: string }> {
  const id = newId()
  const now = ctx.clock.now()
  const row = { id, preset: findPreset(preset).key, answers: {}, madeBy: actorName(ctx.actor) }
  await ctx.platform.insert(onboardingDraft).values({ ...row, createdAt: now, updatedAt: now })
  return { id }
}

/** @throws NotFound */
export async function readDraft(ctx: OperationsContext, id: string): Promise<Draft> {
  const [row] = isId(id) ? await ctx.platform.select().from(onboardingDraft).where(eq(onboardingDraft.id, id)) : []
  if (!row) throw new NotFound()
  return draftOf(row)
}

/** Drafts that became no province yet, the last worked on first. */
export async function listDrafts(ctx: OperationsContext): Promise<Draft[]> {
  const rows = await ctx.platform.select().from(onboardingDraft).orderBy(desc(onboardingDraft.updatedAt)).limit(50)
  return rows.filter((row) => row.tenantSlug === null).map(draftOf)
}

/** Changes what a draft holds, one writer after another. @throws NotFound · Conflict once it became a province */
export async function changeDraft(
  ctx: OperationsContext,
  id: string,
  change: (held: DraftAnswers) => DraftAnswers,
): Promise<void> {
  await ctx.platform.transaction(async (tx) => {
    const [row] = isId(id)
      ? await tx.select().from(onboardingDraft).where(eq(onboardingDraft.id, id)).for('update')
      : []
    if (!row) throw new NotFound()
    if (row.tenantSlug) throw new Conflict('operations.draft-done', { slug: row.tenantSlug })
    const answers = change(draftAnswers.parse(row.answers))
    await tx.update(onboardingDraft).set({ answers, updatedAt: ctx.clock.now() }).where(eq(onboardingDraft.id, id))
  })
}

/** Throws a draft and its files away; one that is not there is nothing. */
export async function removeDraft(ctx: OperationsContext, id: string): Promise<void> {
  await removeDraftFiles(ctx, id)
  if (isId(id)) await ctx.platform.delete(onboardingDraft).where(eq(onboardingDraft.id, id))
}

/** A draft's files stand apart from every province's. */
export const draftKey = (id: string, name: 'emblem' | 'roster') => fileKey(`draft-${id}`, name)

export async function removeDraftFiles({ store }: Pick<OperationsContext, 'store'>, id: string): Promise<void> {
  for await (const { key } of store.list(filePrefix(`draft-${id}`))) await store.remove(key)
}

/** The first of a draft's questions that has no answer that stands. */
export const nextQuestion = ({ preset, answers }: Pick<Draft, 'preset' | 'answers'>): string | undefined =>
  preset.questions.find((question) => !isAnswered(question, answers[question.key]))?.key

export const isAnswered = (question: Preset['questions'][number], typed: string | undefined): boolean =>
  typed !== undefined && 'value' in checkAnswer(question, typed)

const draftOf = ({ answers, preset, madeBy: _, ...row }: typeof onboardingDraft.$inferSelect): Draft => ({
  ...row,
  preset: findPreset(preset),
  ...draftAnswers.parse(answers),
})
