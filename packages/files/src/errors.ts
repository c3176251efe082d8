/** No file of that name in the store. */
export class FileNotFound extends Error {
  override readonly name = 'FileNotFound'
  constructor(cause?: unknown) {
    super('file not found', { cause })
  }
}

/** The store did not answer, refused our credentials, or failed: a later try may succeed. */
export class FileStoreUnavailable extends Error {
  override readonly name = 'FileStoreUnavailable'
  constructor(cause: unknown) {
    super(`file store unavailable: ${cause instanceof Error ? `${cause.name} ${cause.message}` : cause}`, { cause })
  }
}

const missing = new Set(['NoSuchKey', 'NotFound'])

/** Runs one call to the store and gives its failure one of the two names above; what is not the store's passes. */
export async function named<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (!isOfStore(error)) throw error
    throw missing.has(error.name) ? new FileNotFound(error) : new FileStoreUnavailable(error)
  }
}

/** The SDK marks everything it throws with `$metadata`, save a request that was cut off. */
const isOfStore = (error: unknown): error is Error =>
  error instanceof Error && ('$metadata' in error || error.name === 'AbortError' || error.name === 'TimeoutError')
