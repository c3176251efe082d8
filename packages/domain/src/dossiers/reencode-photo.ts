import { Invalid } from '@sotay/kernel'
import sharp from 'sharp'

/** The portrait as it is kept: 3 by 4, in pixels. */
const WIDTH = 600
const HEIGHT = 800
// A telephone's picture has some fifty million pixels; a bomb of a few kilobytes has more.
const MOST_PIXELS = 60_000_000
const LONGEST_SECONDS = 10

/** What a picture may be, by its first bytes; a name and a declared type prove nothing. */
const begins: ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
]

/**
 * Draws an uploaded picture anew as a 3×4 JPEG: what was hidden in the file, its place and camera among it, is not
 * carried over.
 * @throws Invalid when it is no JPG, PNG or WEBP, is broken, or is far larger than any camera's
 */
export async function reencodePhoto(bytes: Buffer): Promise<Buffer> {
  if (!begins.some((is) => is(bytes))) throw new Invalid({ file: ['dossiers.photo-kind'] })
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize(WIDTH, HEIGHT, { fit: 'cover', position: 'top' })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .timeout({ seconds: LONGEST_SECONDS })
      .toBuffer()
  } catch {
    throw new Invalid({ file: ['dossiers.photo-broken'] })
  }
}
