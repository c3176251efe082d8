import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileKey } from '@sotay/files'
import { Conflict } from '@sotay/kernel'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import type { TenantFolder } from './read-tenant-folder'

/** Names under which a province's site asks for the icons it installs with. */
const ICONS = ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png']

/**
 * Puts a province's emblem, ground and icons into its part of the store. Files that the folder lacks are left out.
 * @returns names of what was stored
 * @throws Conflict when a drawing carries a script
 */
export async function publishBrand(ctx: OperationsContext, folder: TenantFolder): Promise<string[]> {
  const { id } = await findTenant(ctx, folder.configuration.slug)
  const { emblem, ground } = folder.configuration.brand
  const present = await readdir(join(folder.path, 'brand')).catch(() => [] as string[])
  const wanted = [
    { name: 'emblem.svg', file: emblem },
    { name: 'ground.svg', file: ground },
    ...ICONS.map((name) => ({ name, file: `brand/${name}` })),
  ].filter(({ file }) => present.includes(file.replace(/^brand\//, '')))
  for (const { name, file } of wanted) {
    const body = await readFile(join(folder.path, file))
    const drawing = name.endsWith('.svg')
    if (drawing && /<script|\son\w+\s*=|javascript:|<foreignObject/i.test(body.toString('utf8'))) {
      throw new Conflict('operations.unsafe-drawing', { file })
    }
    await ctx.store.put(fileKey(id, 'brand', name), body, { contentType: drawing ? 'image/svg+xml' : 'image/png' })
  }
  return wanted.map(({ name }) => name)
}
