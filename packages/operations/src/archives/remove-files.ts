import { filePrefix } from '@sotay/files'
import type { OperationsContext } from '../context'

/** Removes all files of one province. @returns how many */
export async function removeFiles(ctx: OperationsContext, tenantId: string): Promise<number> {
  let count = 0
  for await (const { key } of ctx.store.list(filePrefix(tenantId))) {
    await ctx.store.remove(key)
    count++
  }
  return count
}
