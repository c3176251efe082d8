import type { Readable } from 'node:stream'
import type { FileKey, FilePrefix } from './file-key'

/** The object store, whichever server keeps it. Every call may throw FileStoreUnavailable. */
export type FileStore = {
  /** Stores or replaces a file; a reader sees the old or the new one, whole. A stream may be of any length. */
  put(key: FileKey, body: Buffer | Readable, options: PutOptions): Promise<{ etag: string }>
  /** @throws FileNotFound */
  get(key: FileKey): Promise<StoredFile & { body: Readable }>
  /** @throws FileNotFound */
  head(key: FileKey): Promise<StoredFile>
  /** Removing what is not there is no error. */
  remove(key: FileKey): Promise<void>
  list(prefix: FilePrefix): AsyncIterable<ListedFile>
  /** A URL the browser may PUT this one file to, with exactly these headers. Type and size must still be verified on commit. */
  presignPut(key: FileKey, options: PresignPutOptions): Promise<PresignedPut>
  presignGet(key: FileKey, options?: PresignGetOptions): Promise<string>
  /** For /readyz. @throws FileStoreUnavailable when the bucket cannot be reached within the timeout */
  check(): Promise<void>
  /** Creates the bucket unless it is there, and lets browsers PUT to presigned URLs. */
  ensureBucket(): Promise<void>
}

export type FileStoreSettings = {
  endpoint: string
  region: string
  bucket: string
  accessKey: string
  secretKey: string
}

type PutOptions = { contentType: string; cacheControl?: string }

/** `size` in bytes. */
export type StoredFile = { contentType: string; size: number; etag: string }

/** `size` in bytes. */
export type ListedFile = { key: FileKey; size: number; modifiedAt: Date }

/** `size` in bytes, `expiresIn` in seconds (default 900). */
export type PresignPutOptions = { contentType: string; size: number; expiresIn?: number }

export type PresignedPut = { url: string; headers: Record<string, string> }

/** `expiresIn` in seconds (default 300); with `downloadName` the browser saves instead of showing. */
export type PresignGetOptions = { expiresIn?: number; downloadName?: string }
