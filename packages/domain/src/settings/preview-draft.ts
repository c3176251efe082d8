import { authorize, type TenantContext } from '@sotay/kernel'
import { readWritten } from '@sotay/tenant-config'
import { changesBetween } from './changes-between'
import { markOf } from './draft-mark'
import { loadInForce } from './in-force'
import { clashing, drafted, loadOpenDraft } from './load-draft'
import { findingsOf } from './read-overview'
import { isRule } from './readiness'

/** What publishing the draft would do, beside what stands against it. Writes nothing. */
export async function previewDraft(ctx: TenantContext) {
  authorize(ctx, 'settings.read')
  const [inForce, open] = await Promise.all([loadInForce(ctx.db), loadOpenDraft(ctx.db)])
  const sections = open?.sections ?? []
  const written = drafted(inForce.written, sections)
  const { configuration } = readWritten(written)
  return {
    mark: markOf(sections),
    sections: sections.map(({ section }) => section),
    needsArticle: sections.some(({ section }) => isRule(section)),
    clashes: clashing(inForce, sections),
    findings: findingsOf(inForce, sections),
    ...changesBetween(ctx, inForce, { written, configuration }),
  }
}
