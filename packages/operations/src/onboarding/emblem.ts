import { Invalid } from '@sotay/kernel'
import sharp from 'sharp'

const MOST_BYTES = 1024 * 1024
const SIDE = 768

/**
 * Makes a drawing of whatever was sent, an SVG or a PNG: it is painted and the painting kept, so that nothing of the file
 * itself is ever served (H27, H28).
 * @throws Invalid when it is neither, too large, or cannot be painted
 */
export async function paintEmblem(file: Buffer): Promise<Buffer> {
  if (file.length === 0) throw new Invalid({ emblem: ['operations.emblem-needed'] })
  if (file.length > MOST_BYTES) throw new Invalid({ emblem: ['operations.emblem-large'] })
  if (!isSvg(file) && !isPng(file)) throw new Invalid({ emblem: ['operations.emblem-kind'] })
  try {
    const png = await sharp(file, { density: 300, limitInputPixels: 40_000_000 })
      .resize(SIDE, SIDE, { fit: 'contain', background: '#0000' })
      .png({ palette: true })
      .toBuffer()
    return Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><image width="${SIDE}" height="${SIDE}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
    )
  } catch {
    throw new Invalid({ emblem: ['operations.emblem-kind'] })
  }
}

const isPng = (file: Buffer): boolean => file.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))
// A file that brings entities of its own is not painted: they are how a small file becomes a large one.
const isSvg = (file: Buffer): boolean => {
  const text = file.toString('utf8')
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(text.slice(0, 2000)) && !/<!ENTITY/i.test(text)
}
