import {
  audit,
  authorize,
  Conflict,
  inScope,
  newId,
  type TenantContext,
  type TransactionContext,
  transaction,
} from '@sotay/kernel'
import { eq, type SQL } from 'drizzle-orm'
import { inRoster, member, recordMemberChanges } from '../members'
import { unit } from '../organisation'
import { findPerson, holdPerson, isSelf, selfOf } from './find-person'
import { historyField } from './history-field'
import { type SavePhoto, savePhotoInput } from './inputs'
import { reencodePhoto } from './reencode-photo'
import { dossier } from './schema'

const FOLDER = 'portraits'

/**
 * Puts a portrait into the file: one's own, or as the cell that keeps the file. The one before is removed, and the file
 * is no longer marked as verified.
 * @throws NotFound outside the scope · Invalid when the picture cannot be used · Conflict when the member has left
 */
export async function savePhoto(ctx: TenantContext, input: SavePhoto): Promise<void> {
  const { memberId: named, file } = savePhotoInput.parse(input)
  const memberId = named ?? selfOf(ctx)
  const within = keepable(ctx, memberId)
  await findPerson(ctx, memberId, within)
  const picture = await reencodePhoto(Buffer.from(await file.arrayBuffer()))
  const key = ctx.files.key(FOLDER, `${newId()}.jpg`)
  await ctx.files.put(key, picture, { contentType: 'image/jpeg' })
  try {
    const before = await transaction(ctx, (tx) => hang(tx, { memberId, within, key }))
    if (before) await discard(ctx, before)
  } catch (error) {
    await discard(ctx, key)
    throw error
  }
}

const keepable = (ctx: TenantContext, memberId: string): SQL => {
  if (!isSelf(ctx, memberId)) return inScope(unit.path, authorize(ctx, 'dossiers.keep'))
  authorize(ctx, 'dossiers.own')
  return inRoster
}

async function hang(tx: TransactionContext, { memberId, within, key }: { memberId: string; within: SQL; key: string }) {
  const person = await holdPerson(tx, memberId, within)
  if (person.leftOn !== null) throw new Conflict('members.has-left')
  await tx.db.update(member).set({ photoKey: key }).where(eq(member.id, memberId))
  await tx.db.update(dossier).set({ verifiedAt: null, verifiedBy: null }).where(eq(dossier.memberId, memberId))
  await recordMemberChanges(tx, memberId, [{ field: historyField('photo'), before: person.photoKey, after: key }])
  audit(tx, 'dossiers.photo-changed', { id: memberId })
  return person.photoKey
}

// A picture that stays behind is read by nobody; the act itself stands.
const discard = ({ files }: TenantContext, key: string) => files.remove(files.stored(key)).catch(() => undefined)
