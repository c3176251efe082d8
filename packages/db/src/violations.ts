interface PostgresFailure {
  code: string
  constraint_name?: string
}

function failure(error: unknown): PostgresFailure | undefined {
  let current = error
  while (current instanceof Error) {
    if ('code' in current && typeof current.code === 'string' && /^[0-9A-Z]{5}$/.test(current.code)) {
      return current as Error & PostgresFailure
    }
    current = current.cause
  }
  return undefined
}

/** True when `error` is PostgreSQL's refusal of a duplicate, of the named constraint when one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const found = failure(error)
  return found?.code === '23505' && (!constraint || found.constraint_name === constraint)
}

/** The five-letter SQLSTATE of a PostgreSQL error, or nothing for any other error. */
export const sqlState = (error: unknown): string | undefined => failure(error)?.code
