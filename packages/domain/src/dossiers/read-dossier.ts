import { authorize, inScope, NotFound, type TenantContext } from '@sotay/kernel'
import { unit } from '../organisation'
import { findPerson, type Person } from './find-person'
import { type ReadDossier, readDossierInput } from './inputs'
import { loadFile } from './load-file'
import { type OfficerRights, officerRights } from './officer-rights'
import { maySeeSensitive, recordSensitiveRead } from './sensitive-access'
import { type ShownSection, showFile } from './show-file'

export interface OfficerDossier {
  person: Person
  sections: ShownSection[]
  revision: number
  verifiedAt: Date | null
  /** Sensitive fields are shown. */
  revealed: boolean
  may: OfficerRights
}

/**
 * A member's file as an officer reads it: sensitive fields masked, until they ask to see them, which is recorded.
 * @throws NotFound outside the scope, and when sensitive fields are asked for without the right to see them
 * Source: QN 17.3
 */
export async function readDossier(ctx: TenantContext, input: ReadDossier): Promise<OfficerDossier> {
  const scope = authorize(ctx, 'dossiers.read')
  const { memberId, reveal, section } = readDossierInput.parse(input)
  const person = await findPerson(ctx, memberId, inScope(unit.path, scope))
  if (reveal && !maySeeSensitive(ctx, person)) throw new NotFound()
  const [file, may] = await Promise.all([loadFile(ctx, memberId), officerRights(ctx, person)])
  const shown = showFile(ctx, memberId, file.values, { mask: !reveal })
  const sections = section === undefined ? shown : shown.filter(({ key }) => key === section)
  if (sections.length === 0) throw new NotFound()
  if (reveal) await recordSensitiveRead(ctx, memberId, filledSensitive(sections))
  const { revision, verifiedAt } = file
  return { person, sections, revision, verifiedAt, revealed: reveal, may }
}

export const filledSensitive = (sections: readonly ShownSection[]): string[] =>
  sections.flatMap(({ fields }) =>
    fields.filter(({ sensitive, value }) => sensitive && value !== null).map(({ key }) => key),
  )
