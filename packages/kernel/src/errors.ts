export type ErrorParams = Record<string, string | number>

/** What a verb refuses, as a code with parameters. One adapter per app turns it into a status and a sentence. */
export abstract class Refusal extends Error {
  abstract readonly kind: 'unauthenticated' | 'not-found' | 'invalid' | 'conflict' | 'too-many'
  constructor(
    /** `module.reason`, a key of that module's `errors` texts. */
    readonly code: string,
    readonly params: ErrorParams = {},
  ) {
    super(code)
    this.name = new.target.name
  }
}

/** Nobody is signed in, and the act needs somebody. */
export class Unauthenticated extends Refusal {
  readonly kind = 'unauthenticated'
  constructor() {
    super('kernel.unauthenticated')
  }
}

/** Unknown, out of scope, of a module that is off, or not permitted: one answer for all of them. */
export class NotFound extends Refusal {
  readonly kind = 'not-found'
  constructor(code = 'kernel.not-found', params?: ErrorParams) {
    super(code, params)
  }
}

/** The state of things does not allow it. */
export class Conflict extends Refusal {
  readonly kind = 'conflict'
  constructor(
    code: string,
    params?: ErrorParams,
    /** What to say beside a field, where single fields are at odds with what is there. */
    readonly fields: Readonly<Record<string, { code: string; params?: ErrorParams }>> = {},
  ) {
    super(code, params)
  }
}

/** Asked too often. */
export class TooMany extends Refusal {
  readonly kind = 'too-many'
  constructor(
    code: string,
    readonly retryAfterSeconds: number,
  ) {
    super(code, { minutes: Math.max(1, Math.ceil(retryAfterSeconds / 60)) })
  }
}

/** An error beside a field: its code, with parameters where it has any. */
export type FieldError = string | { code: string; params?: ErrorParams }

/** What was typed is not acceptable; `fields` maps a field's name to its errors. */
export class Invalid extends Refusal {
  readonly kind = 'invalid'
  constructor(
    readonly fields: Record<string, FieldError[]>,
    code = 'kernel.invalid',
  ) {
    super(code)
  }
}
