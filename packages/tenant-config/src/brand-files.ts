import { valueHash } from './compare/configuration-hash'
import type { Brand } from './schema/brand'

/** Names, in the province's own part of the store, of what its brand is drawn with. */
export interface BrandFiles {
  emblem: string
  ground: string
  /** Folder of the icons a site installs with. */
  icons: string
}

// A drawing the province uploaded is named by its content, so that an earlier revision finds it again.
const BY_CONTENT = /^brand\/([0-9a-f]{32}\.png)$/

/** What an uploaded drawing is called in a configuration. @param hash of its content, 32 hexadecimal digits */
export const drawingReference = (hash: string): string => `brand/${hash}.png`

/** Where a brand's drawings and icons stand; those the vendor laid in the province's folder keep their fixed names. */
export function brandFiles({ emblem, ground, colours }: Brand): BrandFiles {
  const icons = valueHash({ emblem, ground, primary: colours.primary }).slice(0, 16)
  return {
    emblem: BY_CONTENT.exec(emblem)?.[1] ?? 'emblem.svg',
    ground: BY_CONTENT.exec(ground)?.[1] ?? 'ground.svg',
    icons: `icons-${icons}`,
  }
}
