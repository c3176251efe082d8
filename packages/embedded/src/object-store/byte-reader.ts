import { S3Error } from './s3-error'

/** Takes lines and counted bytes off a stream of buffers. */
export type ByteReader = {
  /** Up to CRLF, without it. @throws S3Error IncompleteBody when longer than 8 KB */
  line(): Promise<string>
  exactly(count: number): Promise<Buffer>
  atEnd(): Promise<boolean>
}

const LONGEST_LINE = 8 * 1024

export function byteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const next = await chunks.next()
    if (next.done) return false
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }

  async function exactly(count: number): Promise<Buffer> {
    const taken: Buffer[] = []
    for (let missing = count; missing > 0; ) {
      if (held.length === 0 && !(await more())) throw new S3Error('IncompleteBody')
      const piece = held.subarray(0, missing)
      held = held.subarray(piece.length)
      taken.push(piece)
      missing -= piece.length
    }
    return taken.length === 1 ? (taken[0] as Buffer) : Buffer.concat(taken)
  }

  return {
    exactly,
    async line() {
      for (let end = held.indexOf('\r\n'); ; end = held.indexOf('\r\n')) {
        if (end >= 0) return (await exactly(end + 2)).toString('latin1', 0, end)
        if (held.length > LONGEST_LINE || !(await more())) throw new S3Error('IncompleteBody')
      }
    },
    atEnd: async () => held.length === 0 && !(await more()),
  }
}
