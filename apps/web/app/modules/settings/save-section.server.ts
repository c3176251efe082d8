import { discardSection, editDraft, removeRule, settleClash, uploadDrawing } from '@sotay/domain/settings'
import { Invalid, NotFound, type TenantContext } from '@sotay/kernel'
import type { SectionValue } from '@sotay/tenant-config'
import { z } from 'zod'
import type { SectionPage } from './section-pages'
import { slugOf } from './slug'
import { valuesOf } from './typed-values'

/** What a section's page posts; its fields are read by the part's own form. */
export const sectionPost = z.looseObject({
  act: z.enum(['save', 'try', 'remove', 'discard', 'settle', 'draw']).default('save'),
  part: z.string().max(40).default(''),
  rule: z.string().max(80).default(''),
  seen: z.string().max(64).default(''),
})
export type SectionPost = z.output<typeof sectionPost>

/** Carries out what was posted. @returns the key of what is said afterwards, without its namespace */
export async function saveSection(ctx: TenantContext, page: SectionPage, posted: SectionPost): Promise<string> {
  const { section } = page
  if (posted.act === 'discard') {
    await discardSection(ctx, { section })
    return 'discarded'
  }
  if (posted.act === 'settle') {
    await settleClash(ctx, { section, seen: posted.seen })
    return 'settled'
  }
  if (posted.act === 'draw') {
    await uploadDrawing(ctx, drawn(posted))
    return 'saved'
  }
  const part = page.parts.find(({ key }) => key === posted.part)
  if (!part) throw new NotFound()
  if (posted.act === 'remove') {
    await removeRule(ctx, { at: [...part.at, posted.rule], seen: posted.seen })
    return 'removed'
  }
  const fields = valuesOf(part.fields, posted)
  const fresh = part.rules !== undefined && posted.rule === ''
  const key = fresh ? keyOf(posted, String(fields[part.rules?.name ?? ''] ?? '')) : posted.rule
  const at = part.rules ? [...part.at, key] : [...part.at]
  await editDraft(ctx, { at, fields: fresh ? filled(fields) : fields, seen: posted.seen || NOTHING_SEEN, fresh })
  return 'saved'
}

/** What was posted as an upload; the verb's own schema refuses what is none. */
const drawn = ({ drawing, file, seen }: SectionPost) => ({
  drawing: drawing === 'ground' ? ('ground' as const) : ('emblem' as const),
  file: file instanceof File ? file : new File([], ''),
  seen,
})

const NOTHING_SEEN = '0'.repeat(64)

const filled = (fields: Record<string, SectionValue>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

// Roles are chosen among those the platform knows; every other rule's key follows from its name.
function keyOf(posted: SectionPost, name: string): string {
  const key = posted.part === 'roles' ? String(posted.key ?? '') : slugOf(name)
  if (key === '') throw new Invalid({ [posted.part === 'roles' ? 'key' : 'name']: ['settings.name-needed'] })
  return key
}
