declare const fileKeyBrand: unique symbol
declare const filePrefixBrand: unique symbol

/** Name of one file in the store: `<tenantId>/…`. Made only by `fileKey` and `storedFileKey`. */
export type FileKey = string & { readonly [fileKeyBrand]: true }

/** Start of the names of several files of one province: `<tenantId>/` or `<tenantId>/…/`. Made only by `filePrefix`. */
export type FilePrefix = string & { readonly [filePrefixBrand]: true }

/** S3 API reference, PutObject: keys are at most 1,024 bytes of UTF-8. */
const MAX_BYTES = 1024

/**
 * Names a file of one province. Segments are free text without slashes and control characters, normalised to NFC.
 * @throws InvalidFileKey
 */
export function fileKey(tenantId: string, ...segments: [string, ...string[]]): FileKey {
  return joined(tenantId, segments) as FileKey
}

/** @throws InvalidFileKey */
export function filePrefix(tenantId: string, ...segments: string[]): FilePrefix {
  return `${joined(tenantId, segments)}/` as FilePrefix
}

/** A key read back from the province's own tables. @throws InvalidFileKey also when it is another province's */
export function storedFileKey(tenantId: string, text: string): FileKey {
  const [owner, first, ...rest] = text.split('/')
  if (owner !== tenantId || first === undefined) throw new InvalidFileKey()
  return fileKey(tenantId, first, ...rest)
}

export function belongsTo(tenantId: string, key: FileKey | FilePrefix): boolean {
  return key.startsWith(`${checkedTenant(tenantId)}/`)
}

/** A name that could leave its province or that not every store takes; the name itself is not repeated. */
export class InvalidFileKey extends Error {
  override readonly name = 'InvalidFileKey'
  constructor() {
    super('invalid file key')
  }
}

function joined(tenantId: string, segments: string[]): string {
  const key = [checkedTenant(tenantId), ...segments.map(checkedSegment)].join('/')
  if (Buffer.byteLength(key) > MAX_BYTES) throw new InvalidFileKey()
  return key
}

function checkedTenant(tenantId: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(tenantId)) throw new InvalidFileKey()
  return tenantId
}

function checkedSegment(segment: string): string {
  const normal = segment.normalize('NFC')
  if (normal === '' || normal === '.' || normal === '..' || /[/\\\p{Cc}\p{Cs}]/u.test(normal))
    throw new InvalidFileKey()
  return normal
}
