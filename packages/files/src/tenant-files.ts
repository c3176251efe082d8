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

/**
 * @param originId of a province that is a copy: names in its tables begin with the id of the one it was copied from and
 *   stay as they are; the store keeps its files under its own
 */
export function tenantFiles(store: FileStore, tenantId: string, originId?: string): TenantFiles {
  if (originId !== undefined && originId !== tenantId) return tenantFiles(renamed(store, originId, tenantId), originId)
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

/** The store as a copy sees it: files under its own id, named after its origin's. */
function renamed(store: FileStore, origin: string, own: string): FileStore {
  const inStore = <K extends FileKey | FilePrefix>(key: K): K => `${own}${key.slice(origin.length)}` as K
  return {
    ...store,
    put: (key, body, options) => store.put(inStore(key), body, options),
    get: (key) => store.get(inStore(key)),
    head: (key) => store.head(inStore(key)),
    remove: (key) => store.remove(inStore(key)),
    async *list(prefix) {
      for await (const found of store.list(inStore(prefix)))
        yield { ...found, key: `${origin}${found.key.slice(own.length)}` as FileKey }
    },
    presignPut: (key, options) => store.presignPut(inStore(key), options),
    presignGet: (key, options) => store.presignGet(inStore(key), options),
  }
}

/** A file of another province was asked for: a fault in the program, never a user's mistake. */
export class ForeignFileKey extends Error {
  override readonly name = 'ForeignFileKey'
  constructor() {
    super('file key of another province')
  }
}
