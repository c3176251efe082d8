import { readDossier } from '@sotay/domain/dossiers'
import { NotFound, type TenantContext } from '@sotay/kernel'
import type { Visit } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { texts } from '../../shell/texts.server'
import { mayChange } from './may-change'
import { sectionOf } from './section-address.server'

/** The fields of a section that this officer may revise. To revise a sensitive one is to see it, which is recorded. */
export async function readSectionToRevise(ctx: TenantContext, { params, url }: Visit) {
  const memberId = params.memberId ?? ''
  const named = url.searchParams.has('muc') ? sectionOf(url) : undefined
  const masked = await readDossier(ctx, { memberId, section: named })
  const { key } = masked.sections.find(({ fields }) => fields.some((field) => mayChange(masked.may, field))) ?? {}
  if (!key) throw new NotFound()
  const reveal = masked.sections
    .filter((section) => section.key === key)
    .some(({ fields }) => fields.some((field) => field.sensitive && mayChange(masked.may, field)))
  const { sections, may, person } = await readDossier(ctx, { memberId, section: key, reveal })
  const fields = sections.flatMap((section) => section.fields).filter((field) => mayChange(may, field))
  const section = texts.t(`dossiers:sections.${key}`)
  const title = pageTitle(ctx, 'dossiers:edit.title', { section })
  return { memberId, name: person.fullName, section, fields, title }
}
