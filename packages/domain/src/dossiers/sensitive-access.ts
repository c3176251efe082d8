import { audit, authorize, covers, may, type TenantContext, transaction } from '@sotay/kernel'
import { isSelf, type Person } from './find-person'

/** Whether the actor may see this person's sensitive fields: the person, and who holds the right over the cell (QN 17.3). */
export function maySeeSensitive(ctx: TenantContext, person: Pick<Person, 'id' | 'unitPath'>): boolean {
  if (isSelf(ctx, person.id)) return true
  return may(ctx, 'dossiers.readSensitive') && covers(authorize(ctx, 'dossiers.readSensitive'), person.unitPath)
}

/** Records that somebody else than the member was shown sensitive fields: which ones, never what they hold. */
export async function recordSensitiveRead(ctx: TenantContext, memberId: string, fields: string[]): Promise<void> {
  if (fields.length === 0 || isSelf(ctx, memberId)) return
  await transaction(ctx, async (tx) => audit(tx, 'dossiers.sensitive-read', { id: memberId }, { fields }))
}
