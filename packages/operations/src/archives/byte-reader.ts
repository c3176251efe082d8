/** Reads a stream of bytes by lengths. */
export interface ByteReader {
  /** Exactly so many bytes; fewer only where the stream ends. */
  take(size: number): Promise<Buffer>
  /** So many bytes, as they come. */
  stream(size: number): AsyncGenerator<Buffer>
}

export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const next = async (): Promise<boolean> => {
    if (held.length > 0) return true
    const { done, value } = await chunks.next()
    if (done) return false
    held = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    return held.length > 0 || next()
  }
  const reader: ByteReader = {
    async take(size) {
      const parts: Buffer[] = []
      for await (const part of reader.stream(size)) parts.push(part)
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    },
    async *stream(size) {
      for (let left = size; left > 0; ) {
        if (!(await next())) return
        const part = held.subarray(0, left)
        held = held.subarray(part.length)
        left -= part.length
        yield part
      }
    },
  }
  return reader
}
