import { Conflict, Invalid } from '@sotay/kernel'
import { onboardingDraft } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { withLock } from '../with-lock'
import { nextQuestion, readDraft, removeDraftFiles } from './drafts'
import { draftFile } from './fill-draft'
import { type OnboardedTenant, onboardTenant } from './onboard-tenant'

/**
 * Makes the province of a draft. When it fails the draft stays as it was, to be mended and tried again.
 * @throws Conflict when it became a province before, or something is unanswered · what `onboardTenant` throws
 */
export async function completeDraft(ctx: OperationsContext, id: string): Promise<OnboardedTenant> {
  return withLock(ctx, `draft:${id}`, async () => {
    const { preset, answers, administrator, roster, tenantSlug } = await readDraft(ctx, id)
    if (tenantSlug) throw new Conflict('operations.draft-done', { slug: tenantSlug })
    const open = nextQuestion({ preset, answers })
    if (open) throw new Conflict('operations.draft-open')
    if (!administrator) throw new Invalid({ administrator: ['operations.administrator-needed'] })
    const [emblem, rows] = await Promise.all([draftFile(ctx, id, 'emblem'), draftFile(ctx, id, 'roster')])
    const file = roster && rows ? new File([new Uint8Array(rows)], roster.name) : undefined
    const made = await onboardTenant(ctx, { preset: preset.key, answers, administrator, emblem, roster: file })
    // What the administrator typed is the province's from now on.
    const left = { tenantSlug: made.slug, answers: { answers }, updatedAt: ctx.clock.now() }
    await ctx.platform.update(onboardingDraft).set(left).where(eq(onboardingDraft.id, id))
    await removeDraftFiles(ctx, id)
    return made
  })
}
