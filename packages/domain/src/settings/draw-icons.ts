import { buffer } from 'node:stream/consumers'
import { FileNotFound } from '@sotay/files'
import type { TenantContext } from '@sotay/kernel'
import { type Brand, brandFiles } from '@sotay/tenant-config'
import { iconNames, renderIcons } from './render-icons'

/** Draws the icons of a brand unless they are there: before it is in force, so that no page asks for what is missing. */
export async function drawIcons({ files }: Pick<TenantContext, 'files'>, brand: Brand): Promise<void> {
  const { emblem, ground, icons } = brandFiles(brand)
  const last = files.key('brand', icons, iconNames.at(-1) ?? '')
  if (await there(() => files.head(last))) return
  const read = async (name: string) => buffer((await files.get(files.key('brand', name))).body)
  const drawn = await there(() => read(emblem))
  if (!drawn) return
  const under = await there(() => read(ground))
  for (const { name, body } of await renderIcons({ emblem: drawn, ground: under, primary: brand.colours.primary })) {
    await files.put(files.key('brand', icons, name), body, { contentType: 'image/png' })
  }
}

/** Nothing where the file is missing. */
async function there<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof FileNotFound) return undefined
    throw error
  }
}
