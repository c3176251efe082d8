/** What went wrong with an embedded server: `message` is one Vietnamese sentence, `hint` says what to do. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode
  readonly hint: string

  constructor(code: EmbeddedErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'EmbeddedError'
    this.code = code
    this.hint = hint
  }
}

export type EmbeddedErrorCode =
  | 'in-use'
  | 'port-in-use'
  | 'disk-full'
  | 'not-writable'
  | 'no-binaries'
  | 'no-user'
  | 'wrong-version'
  | 'start-failed'
