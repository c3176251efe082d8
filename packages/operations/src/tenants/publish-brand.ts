import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderIcons } from '@sotay/domain/settings'
import { fileKey } from '@sotay/files'
import { Conflict } from '@sotay/kernel'
import { type Brand, brandFiles } from '@sotay/tenant-config'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import type { TenantFolder } from './read-tenant-folder'

/**
 * Puts a province's emblem and ground, and the icons drawn from them, into its part of the store.
 * @returns names of what was stored
 * @throws Conflict when a drawing is missing or carries a script
 */
export async function publishBrand(ctx: OperationsContext, folder: TenantFolder): Promise<string[]> {
  const { id } = await findTenant(ctx, folder.configuration.slug)
  return storeBrand(ctx, id, folder.configuration.brand, await readDrawings(folder))
}

/** Stores drawings that were looked at before, with their icons. @returns names of what was stored */
export async function storeBrand(
  ctx: Pick<OperationsContext, 'store'>,
  tenantId: string,
  brand: Brand,
  drawings: { emblem: Buffer; ground: Buffer },
): Promise<string[]> {
  const drawn = await renderIcons({ ...drawings, primary: brand.colours.primary })
  const files = [
    { folder: [], name: 'emblem.svg', body: drawings.emblem, contentType: 'image/svg+xml' },
    { folder: [], name: 'ground.svg', body: drawings.ground, contentType: 'image/svg+xml' },
    ...drawn.map((icon) => ({ ...icon, folder: [brandFiles(brand).icons], contentType: 'image/png' })),
  ]
  for (const { folder, name, body, contentType } of files) {
    await ctx.store.put(fileKey(tenantId, 'brand', ...folder, name), body, { contentType })
  }
  return files.map(({ name }) => name)
}

/** A province's drawings, for looking at them before anything is made. @throws Conflict as `publishBrand` does */
export async function readDrawings(folder: TenantFolder): Promise<{ emblem: Buffer; ground: Buffer }> {
  const { emblem, ground } = folder.configuration.brand
  return { emblem: await readDrawing(folder, emblem), ground: await readDrawing(folder, ground) }
}

const SCRIPTED = /<script|\son\w+\s*=|javascript:|<foreignObject/i

async function readDrawing({ path }: TenantFolder, file: string): Promise<Buffer> {
  const body = await readFile(join(path, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Conflict('operations.no-drawing', { file })
    throw error
  })
  if (SCRIPTED.test(body.toString('utf8'))) throw new Conflict('operations.unsafe-drawing', { file })
  return body
}
