import { type MemberActor, newId, type TenantContext, transaction } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { member } from '../members'
import { unit } from '../organisation'
import { writeValues } from './apply-updates'
import type { FileValues } from './field-type'
import { loadFile } from './load-file'
import { loadOpenRequest } from './load-request'
import { requestFileChange } from './request-file-change'
import { savePhoto } from './save-photo'
import { showFile } from './show-file'

/** Writes a member's file as it stands after years of keeping it, for tests and demonstration data. */
export async function makeDossier(ctx: TenantContext, memberId: string, values: FileValues): Promise<void> {
  await transaction(ctx, (tx) => writeValues(tx, memberId, values))
}

/** The context of a member as they would be signed in. */
export async function asMember(ctx: TenantContext, memberId: string): Promise<TenantContext & { actor: MemberActor }> {
  const [row] = await ctx.db
    .select({ name: member.fullName, unitId: unit.id, unitName: unit.name, path: unit.path })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(eq(member.id, memberId))
  if (!row) throw new Error('no such member')
  const grants = [{ role: 'member' as const, unitId: row.unitId, path: row.path }]
  return { ...ctx, actor: { kind: 'member', accountId: newId(), memberId, sessionId: newId(), ...row, grants } }
}

/** Values as a form would send them, with the marks of what stands. */
export async function typedOver(ctx: TenantContext, memberId: string, values: Record<string, unknown>) {
  const file = await loadFile(ctx, memberId)
  const shown = showFile(ctx, memberId, file.values).flatMap(({ fields }) => fields)
  const marks = shown.filter(({ key }) => Object.hasOwn(values, key)).map(({ key, mark }) => [key, mark] as const)
  return { fields: values, shown: Object.fromEntries(marks) }
}

/** Sends a member's request for change to the cell. */
export async function makeFileRequest(
  ctx: TenantContext,
  memberId: string,
  values: Record<string, unknown>,
): Promise<{ requestId: string }> {
  const self = await asMember(ctx, memberId)
  await requestFileChange(self, { ...(await typedOver(ctx, memberId, values)), send: true })
  const open = await loadOpenRequest(ctx, memberId)
  return { requestId: open!.id }
}

/** Gives a member a portrait of one colour. */
export async function makePhoto(ctx: TenantContext, memberId: string): Promise<void> {
  const plain = sharp({ create: { width: 30, height: 40, channels: 3, background: '#888888' } })
  await savePhoto(ctx, { memberId, file: new File([new Uint8Array(await plain.png().toBuffer())], 'anh.png') })
}
