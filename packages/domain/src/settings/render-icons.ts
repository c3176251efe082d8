import sharp from 'sharp'

/** Names under which a site asks for the icons it installs with: pixels, and the share of them the emblem takes. */
const ICONS = [
  { name: 'icon-192.png', size: 192, share: 0.74 },
  { name: 'icon-512.png', size: 512, share: 0.74 },
  // A maskable icon may be cut to a circle of four fifths.
  { name: 'icon-maskable-512.png', size: 512, share: 0.56 },
] as const

/** In the order they are drawn. */
export const iconNames: readonly string[] = ICONS.map(({ name }) => name)

export interface Drawings {
  emblem: Buffer
  ground?: Buffer
  /** Colour under both, `#rrggbb`. */
  primary: string
}

/** Draws a province's icons from its emblem over its ground. */
export function renderIcons(drawings: Drawings): Promise<{ name: string; body: Buffer }[]> {
  return Promise.all(ICONS.map(async ({ name, size, share }) => ({ name, body: await draw(drawings, size, share) })))
}

async function draw({ emblem, ground, primary }: Drawings, size: number, share: number): Promise<Buffer> {
  const layer = (svg: Buffer, width: number) =>
    sharp(svg, { density: 300 }).resize(width, width, { fit: 'contain', background: '#0000' }).png().toBuffer()
  const layers = [...(ground ? [await layer(ground, size)] : []), await layer(emblem, Math.round(size * share))]
  return sharp({ create: { width: size, height: size, channels: 3, background: primary } })
    .composite(layers.map((input) => ({ input, gravity: 'centre' })))
    .png()
    .toBuffer()
}
