import { Readable } from 'node:stream'
import { fileKey } from '@sotay/files'
import type { OperationsContext } from '../context'

/** Puts one of the province's files where it was, under the id it has now. */
export async function putFile(
  ctx: OperationsContext,
  tenantId: string,
  name: string,
  body: AsyncIterable<Buffer>,
  contentType: string,
): Promise<void> {
  const [first, ...rest] = name.split('/')
  await ctx.store.put(fileKey(tenantId, first!, ...rest), Readable.from(body, { objectMode: false }), { contentType })
}
