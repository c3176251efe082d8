import { audit, type JobDefinition, Refusal, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { and, asc, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import { becomeRevision } from './become-revision'
import { loadSections } from './load-draft'
import { configurationDraft } from './schema'

/** Publishes the drafts whose day has come, in the order of their days; one that cannot be is laid before its authors. */
export const publishDue: JobDefinition<Record<string, never>> = {
  name: 'settings.publish-due',
  concurrency: 1,
  input: z.object({}).strict() as z.ZodType<Record<string, never>>,
  async handler(ctx) {
    for (const { id } of await dueDrafts(ctx)) {
      await settle(ctx, id).catch(async (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        await lay(ctx, id, error.code)
      })
    }
  },
}

const dueDrafts = ({ db, config, clock }: TenantContext) =>
  db
    .select({ id: configurationDraft.id })
    .from(configurationDraft)
    .where(
      and(eq(configurationDraft.status, 'scheduled'), lte(configurationDraft.effectiveOn, todayOf({ config, clock }))),
    )
    .orderBy(asc(configurationDraft.effectiveOn), asc(configurationDraft.id))

const waiting = (id: string) => and(eq(configurationDraft.id, id), eq(configurationDraft.status, 'scheduled'))

const settle = (ctx: TenantContext, id: string) =>
  transaction(ctx, async (tx) => {
    const [draft] = await tx.db.select().from(configurationDraft).where(waiting(id)).for('update')
    if (draft) await becomeRevision(tx, draft, await loadSections(tx.db, id))
  })

const lay = (ctx: TenantContext, id: string, failure: string) =>
  transaction(ctx, async (tx) => {
    await tx.db.update(configurationDraft).set({ status: 'failed', failure }).where(waiting(id))
    audit(tx, 'settings.schedule-failed', { id }, { failure })
  })
