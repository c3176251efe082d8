import { authorize, Conflict, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { configurationRevision } from '@sotay/kernel/schema'
import { type SectionKey, type TenantConfiguration, writeConfiguration } from '@sotay/tenant-config'
import { eq } from 'drizzle-orm'
import { type RevisionReference, revisionInput } from './inputs'
import { loadOpenDraft } from './load-draft'
import { takeConfiguration } from './take-configuration'

/**
 * Makes a draft out of an earlier revision; publishing it is a revision of its own, so that history only grows.
 * @throws NotFound for a revision that is none · Conflict when a draft is being written, or nothing differs
 */
export async function rollBack(ctx: TenantContext, input: RevisionReference): Promise<SectionKey[]> {
  authorize(ctx, 'settings.manage')
  const { revision } = revisionInput.parse(input)
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ configuration: configurationRevision.configuration })
      .from(configurationRevision)
      .where(eq(configurationRevision.revision, revision))
    if (!row) throw new NotFound()
    if ((await loadOpenDraft(tx.db))?.sections.length) throw new Conflict('settings.draft-not-empty')
    const wanted = writeConfiguration(row.configuration as TenantConfiguration)
    const taken = await takeConfiguration(tx, wanted, { source: `revision ${revision}` })
    if (taken.length === 0) throw new Conflict('settings.same-already')
    return taken
  })
}
