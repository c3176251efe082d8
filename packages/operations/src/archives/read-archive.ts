import { createHash } from 'node:crypto'
import type { FileKey } from '@sotay/files'
import { Conflict } from '@sotay/kernel'
import type { OperationsContext } from '../context'
import { openArchiveKey } from './archive-key'
import { open } from './envelope'
import { MANIFEST, type Manifest, manifestSchema, type Part } from './manifest'
import { readTar, type TarEntry } from './tar'

type Entry = TarEntry & { body: AsyncIterable<Buffer> }

/**
 * Reads an archive through, checking each part against the manifest at its end.
 * @param visit is handed each part in its order; what it leaves unread is read all the same
 * @throws Conflict when it is damaged, cut off, or closed under another installation's secret
 */
export async function readArchive(
  ctx: Pick<OperationsContext, 'settings' | 'store'>,
  key: FileKey,
  visit: (entry: Entry) => Promise<void> = async () => {},
): Promise<{ manifest: Manifest; checksum: string; bytes: number }> {
  const { body } = await ctx.store.get(key)
  const file = createHash('sha256')
  let bytes = 0
  async function* counted() {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      file.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  const found: Part[] = []
  let manifest: Manifest | undefined
  const plain = open(counted(), ({ archive, boxes }) => openArchiveKey(ctx.settings, archive, boxes))
  for await (const entry of readTar(plain)) {
    if (entry.name === MANIFEST) {
      manifest = manifestSchema.parse(JSON.parse(await text(entry.body)))
      continue
    }
    const hash = createHash('sha256')
    let size = 0
    async function* hashed() {
      for await (const chunk of entry.body) {
        hash.update(chunk)
        size += chunk.length
        yield chunk
      }
    }
    const seen = hashed()
    await visit({ ...entry, body: seen })
    for await (const _ of seen);
    found.push({ name: entry.name, bytes: size, sha256: hash.digest('hex') })
  }
  if (!manifest || !sameParts(manifest.parts, found)) throw new Conflict('operations.archive-damaged')
  return { manifest, checksum: file.digest('hex'), bytes }
}

/** A small part whole, as text. */
export async function text(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const sameParts = (said: readonly Part[], found: readonly Part[]): boolean =>
  said.length === found.length &&
  said.every(({ name, bytes, sha256 }, at) => {
    const part = found[at]!
    return part.name === name && part.bytes === bytes && part.sha256 === sha256
  })
