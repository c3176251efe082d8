import {
  audit,
  authorize,
  Conflict,
  enqueue,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { instantOf } from '@sotay/tenant-config'
import { eq } from 'drizzle-orm'
import { decider } from '../accounts'
import { becomeRevision, type Decided } from './become-revision'
import { markOf } from './draft-mark'
import { loadInForce } from './in-force'
import { type Publish, publishInput } from './inputs'
import { type Draft, type DraftSection, holdDraft } from './load-draft'
import { publishDue } from './publish-due'
import { assertReady } from './readiness'
import { configurationDraft } from './schema'

/**
 * Publishes the draft as a new revision, at once or from the first minute of a day to come. Its worker puts it in force
 * everywhere; until then the province goes on as before.
 * @throws Conflict when it is not ready, or no longer what was looked at · Invalid when the reason or the articles are missing
 * Source: R37, QN 19.3
 */
export async function publishDraft(ctx: TenantContext, input: Publish): Promise<{ revision: number | null }> {
  authorize(ctx, 'settings.manage')
  const { seen, effectiveOn, ...why } = publishInput.parse(input)
  return transaction(ctx, async (tx) => {
    const { draft, sections } = await holdDraft(tx)
    if (seen !== undefined && seen !== markOf(sections)) throw new Conflict('settings.draft-changed')
    const decided = { ...why, decidedBy: decider(tx), decidedAt: tx.clock.now() }
    if (effectiveOn !== undefined) return schedule(tx, draft, sections, { ...decided, effectiveOn })
    return { revision: await becomeRevision(tx, { ...draft, ...decided }, sections) }
  })
}

async function schedule(
  tx: TransactionContext,
  draft: Draft,
  sections: DraftSection[],
  decided: Omit<Decided, 'id'> & { effectiveOn: string },
) {
  const from = instantOf(decided.effectiveOn, '00:00', tx.config.timezone)
  if (from <= tx.clock.now())
    throw new Conflict('settings.day-past', {}, { effectiveOn: { code: 'settings.day-past' } })
  await assertReady(tx, await loadInForce(tx.db), sections, decided.cites ?? [])
  await tx.db
    .update(configurationDraft)
    .set({ ...decided, status: 'scheduled' })
    .where(eq(configurationDraft.id, draft.id))
  enqueue(tx, publishDue, {}, { due: from })
  audit(tx, 'settings.scheduled', draft, { effectiveOn: decided.effectiveOn })
  return { revision: null }
}
