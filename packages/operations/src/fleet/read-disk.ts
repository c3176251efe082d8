import { statfs } from 'node:fs/promises'
import type { OperationsContext } from '../context'

/** How full the disk of this machine's data directory is, in percent; null where that cannot be told. */
export async function readDisk({ settings }: Pick<OperationsContext, 'settings'>): Promise<number | null> {
  try {
    const { blocks, bavail } = await statfs(settings.dataDirectory)
    return blocks > 0 ? Math.round((100 * Number(blocks - bavail)) / Number(blocks)) : null
  } catch {
    return null
  }
}
