import { Invalid } from '@sotay/kernel'
import sharp from 'sharp'

const MOST_BYTES = 1024 * 1024
const MOST_PIXELS = 40_000_000
const LONGEST_SECONDS = 10
const LARGEST_SIDE = 1024
const DENSITY = 200

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const SVG = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)?<svg[\s>]/
// Entities grow, and the others fetch or run; none of them belongs in an emblem.
const REFUSED = /<!ENTITY|<!DOCTYPE|<script|<foreignObject|\son\w+\s*=|javascript:|<\?xml-stylesheet/i

/**
 * Draws an uploaded emblem or ground anew as a PNG: nothing that ran, pointed or hid in the file is carried over (H27, H28).
 * @throws Invalid when it is neither SVG nor PNG, carries what it should not, is broken or too large
 */
export async function cleanDrawing(bytes: Buffer): Promise<Buffer> {
  if (bytes.length > MOST_BYTES) throw new Invalid({ file: ['settings.drawing-large'] })
  const png = bytes.subarray(0, PNG.length).equals(PNG)
  if (!png) {
    const text = bytes.toString('utf8')
    if (!SVG.test(text.slice(0, 4000))) throw new Invalid({ file: ['settings.drawing-kind'] })
    if (REFUSED.test(text)) throw new Invalid({ file: ['settings.drawing-unsafe'] })
  }
  try {
    return await sharp(bytes, {
      limitInputPixels: MOST_PIXELS,
      failOn: 'error',
      pages: 1,
      ...(png ? {} : { density: DENSITY }),
    })
      .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: 'inside', withoutEnlargement: png })
      .png({ compressionLevel: 9 })
      .timeout({ seconds: LONGEST_SECONDS })
      .toBuffer()
  } catch {
    throw new Invalid({ file: ['settings.drawing-broken'] })
  }
}
