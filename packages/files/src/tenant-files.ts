import { belongsTo, type FileKey, type FilePrefix, fileKey, filePrefix, storedFileKey } from './file-key'
import type { FileStore } from './file-store'

/** One province's part of the store: a key of another province throws ForeignFileKey before anything is sent. */
export type TenantFiles = Omit<FileStore, 'check' | 'ensureBucket'> & {
  /** @throws InvalidFileKey */
  key(...segments: [string, ...string[]]): FileKey
  /** @throws InvalidFileKey */
  prefix(...segments: string[]): FilePrefix
  /** A key read back from the province's tables. @throws InvalidFileKey */
  stored(text: string): FileKey
}

export function tenantFiles(store: FileStore, tenantId: string): TenantFiles {
  const own = <K extends FileKey | FilePrefix>(key: K): K => {
    if (!belongsTo(tenantId, key)) throw new ForeignFileKey()
    return key
  }
  return {
    key: (...segments) => fileKey(tenantId, ...segments),
    prefix: (...segments) => filePrefix(tenantId, ...segments),
    stored: (text) => storedFileKey(tenantId, text),
    put: async (key, body, options) => store.put(own(key), body, options),
    get: async (key) => store.get(own(key)),
    head: async (key) => store.head(own(key)),
    remove: async (key) => store.remove(own(key)),
    list: (prefix) => store.list(own(prefix)),
    presignPut: async (key, options) => store.presignPut(own(key), options),
    presignGet: async (key, options) => store.presignGet(own(key), options),
  }
}

/** A file of another province was asked for: a fault in the program, never a user's mistake. */
export class ForeignFileKey extends Error {
  override readonly name = 'ForeignFileKey'
  constructor() {
    super('file key of another province')
  }
}
