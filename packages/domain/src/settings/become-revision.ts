import { isUniqueViolation } from '@sotay/db'
import { audit, Conflict, enqueue, type TransactionContext } from '@sotay/kernel'
import { configurationRevision } from '@sotay/kernel/schema'
import { configurationHash } from '@sotay/tenant-config'
import { eq } from 'drizzle-orm'
import { decider } from '../accounts'
import { adoptRevision } from './adopt-revision'
import { loadInForce } from './in-force'
import type { Draft, DraftSection } from './load-draft'
import { assertReady } from './readiness'
import { configurationDraft } from './schema'

export type Decided = Pick<Draft, 'id' | 'reason' | 'cites' | 'decidedBy' | 'decidedAt'>

/** Writes the revision that a draft becomes. @throws as `assertReady`; Conflict when another was published that moment */
export async function becomeRevision(
  tx: TransactionContext,
  draft: Decided,
  sections: DraftSection[],
): Promise<number> {
  const inForce = await loadInForce(tx.db)
  const configuration = await assertReady(tx, inForce, sections, draft.cites ?? [])
  const revision = inForce.revision + 1
  const row = {
    revision,
    configuration,
    hash: configurationHash(configuration),
    publishedAt: tx.clock.now(),
    publishedBy: draft.decidedBy ?? decider(tx),
    reason: draft.reason ?? '',
    cites: draft.cites,
  }
  try {
    await tx.db.insert(configurationRevision).values(row)
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('settings.published-meanwhile')
    throw error
  }
  await tx.db
    .update(configurationDraft)
    .set({
      status: 'published',
      revision,
      reason: row.reason,
      cites: row.cites,
      decidedBy: row.publishedBy,
      decidedAt: draft.decidedAt,
      failure: null,
    })
    .where(eq(configurationDraft.id, draft.id))
  const paths = sections.map(({ section }) => section)
  audit(tx, 'settings.published', draft, { revision, sections: paths, cites: row.cites })
  enqueue(tx, adoptRevision, { revision })
  return revision
}
