import { audit, authorize, inScope, type TenantContext, transaction } from '@sotay/kernel'
import { printPdf, printWord } from '@sotay/print'
import { eq } from 'drizzle-orm'
import { inRoster } from '../members'
import { countExport, unit } from '../organisation'
import { findPerson, isSelf, selfOf } from './find-person'
import { type PrintMemberForm, printMemberFormInput } from './inputs'
import { loadFile } from './load-file'
import { memberForm } from './member-form'
import { filledSensitive } from './read-dossier'
import { maySeeSensitive, recordSensitiveRead } from './sensitive-access'
import { showFile } from './show-file'

/**
 * The member's form as a file to print: one's own whole, another's within the scope, without sensitive fields for who may
 * not see them. Another's counts as an export; either is recorded.
 * @throws NotFound outside the scope · TooMany beyond the day's exports
 * Source: QN 17.3, R5
 */
export async function printMemberForm(
  ctx: TenantContext,
  input: PrintMemberForm,
): Promise<{ content: Buffer; name: string }> {
  authorize(ctx, 'dossiers.own')
  const { memberId: named, format } = printMemberFormInput.parse(input)
  const memberId = named ?? selfOf(ctx)
  const own = isSelf(ctx, memberId)
  const within = own ? inRoster : inScope(unit.path, authorize(ctx, 'dossiers.read'))
  const person = await findPerson(ctx, memberId, within)
  const [file, above] = await Promise.all([loadFile(ctx, memberId), nameOf(ctx, person.parentId)])
  const sections = showFile(ctx, memberId, file.values, { mask: !maySeeSensitive(ctx, person) })
  if (!own) await countExport(ctx, 'dossiers.form', 1)
  await recordSensitiveRead(ctx, memberId, filledSensitive(sections))
  await transaction(ctx, async (tx) => audit(tx, 'dossiers.form-printed', { id: memberId }, { format }))
  const document = memberForm(ctx, { person, above, sections })
  const content = await (format === 'pdf' ? printPdf(document) : printWord(document))
  return { content, name: `Phiếu đảng viên ${person.cardNumber}.${format}` }
}

async function nameOf({ db }: TenantContext, unitId: string | null): Promise<string | undefined> {
  if (!unitId) return undefined
  const [found] = await db.select({ name: unit.name }).from(unit).where(eq(unit.id, unitId))
  return found?.name
}
