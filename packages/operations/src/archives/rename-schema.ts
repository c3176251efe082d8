const COPY = /^COPY .* FROM stdin;$/

/**
 * Gives a schema another name in a script of `pg_restore`: in statements alone, never in the rows between `COPY … FROM
 * stdin;` and `\.`, which pass as they are. The schema itself is made before, so the script's own statement is left out.
 */
export async function* renameSchema(
  script: AsyncIterable<Uint8Array>,
  { from, to }: { from: string; to: string },
): AsyncGenerator<Buffer> {
  const name = new RegExp(`\\b${from}\\b`, 'g')
  let held: Buffer = Buffer.alloc(0)
  let inRows = false
  for await (const chunk of script) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk])
    const out: Buffer[] = []
    while (held.length > 0) {
      if (inRows) {
        // The line break before the rows is still held, so that an empty table ends like any other.
        const end = held.indexOf('\n\\.\n')
        const through = end < 0 ? Math.max(0, held.length - 3) : end + 4
        out.push(held.subarray(0, through))
        held = held.subarray(through)
        if (end < 0) break
        inRows = false
        continue
      }
      const end = held.indexOf(10)
      if (end < 0) break
      const line = held.toString('utf8', 0, end)
      inRows = COPY.test(line)
      if (!line.startsWith('CREATE SCHEMA ')) out.push(Buffer.from(line.replace(name, to)))
      if (!inRows) out.push(Buffer.from('\n'))
      held = held.subarray(inRows ? end : end + 1)
    }
    if (out.length > 0) yield Buffer.concat(out)
  }
  yield Buffer.from(held.toString('utf8').replace(name, to))
}
