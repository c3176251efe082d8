import type { Readable } from 'node:stream'
import { authorize, inScope, NotFound, type TenantContext } from '@sotay/kernel'
import { inRoster } from '../members'
import { unit } from '../organisation'
import { findPerson, isSelf } from './find-person'

/** A member's portrait, for the member and for officers of the cell. @throws NotFound outside the scope, or without one */
export async function openPhoto(
  ctx: TenantContext,
  { memberId }: { memberId: string },
): Promise<{ body: Readable; size: number }> {
  authorize(ctx, 'dossiers.own')
  const within = isSelf(ctx, memberId) ? inRoster : inScope(unit.path, authorize(ctx, 'dossiers.read'))
  const { photoKey } = await findPerson(ctx, memberId, within)
  if (!photoKey) throw new NotFound()
  return ctx.files.get(ctx.files.stored(photoKey))
}
