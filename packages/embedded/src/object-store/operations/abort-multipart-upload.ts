import { rename, rm } from 'node:fs/promises'
import { draftPath } from '../durable-files'
import { type ObjectCall, reply } from '../operation'
import { existingUpload } from '../uploads'

export async function abortMultipartUpload(call: ObjectCall): Promise<void> {
  const { folder } = await existingUpload(call)
  const aside = draftPath(call.root)
  await rename(folder, aside)
  await rm(aside, { recursive: true, force: true })
  reply(call, 204)
}
