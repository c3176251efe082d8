import { Invalid, seal, type TenantContext, unseal } from '@sotay/kernel'
import { z } from 'zod'
import { type PortableFile, portableFile, unpackFile } from '../dossiers'
import { fileLabel, personFields, refused, type TransferContent } from './signed-file'

/** Somebody on the way in: the roster's line, and their own file as the other province packed it. */
const arriving = z.strictObject({ person: personFields, file: portableFile })
export type Arriving = z.output<typeof arriving>

type Secrets = Pick<TenantContext, 'secretKey'>

const box = (transferId: string) => ({ purpose: 'transfers:person', subject: transferId })

export const sealArriving = (ctx: Secrets, transferId: string, said: Arriving): string =>
  seal(ctx, box(transferId), JSON.stringify(said))

/** Who is on the way in by a transfer; nothing once they are here. */
export function openArriving(
  ctx: Secrets,
  { id, person }: { id: string; person: string | null },
): Arriving | undefined {
  if (person === null) return undefined
  const text = unseal(ctx, box(id), person)
  if (text === undefined) throw new Error(`transfer ${id} does not open with this province’s key`)
  const kept: unknown = JSON.parse(text)
  // Files taken in before members' own files went along held the roster's line alone.
  const bare = personFields.safeParse(kept)
  return bare.success ? { person: bare.data, file: {} } : arriving.parse(kept)
}

/** The same person, named in the list, without their file. */
export function withoutFile(ctx: Secrets, found: { id: string; person: string | null }): string | null {
  const held = openArriving(ctx, found)
  return held ? sealArriving(ctx, found.id, { ...held, file: {} }) : null
}

/**
 * Opens the member's file that came along, and makes sure that it can be taken in.
 * @throws Invalid when it was sealed for another province or transfer, or holds what no file may
 */
export function openFile(ctx: TenantContext, { from, to, nonce, file }: TransferContent): PortableFile {
  if (file === undefined) return {}
  const text = ctx.signatures.openSealed(fileLabel({ from: from.slug, to, nonce }), file)
  const packed = text === undefined ? undefined : portableFile.safeParse(JSON.parse(text)).data
  if (!packed) throw refused('file-sealed')
  try {
    unpackFile(ctx, packed)
  } catch (error) {
    if (error instanceof Invalid) throw refused('file-unfit')
    throw error
  }
  return packed
}
