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

// Shutting down or starting, out of connections, out of disk; and what the driver and the system say of a lost connection.
const OUTAGE = /^(57P0[123]|53[0-9A-Z]{3}|08[0-9A-Z]{3}|CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|ENOTFOUND)$/

/** True when the database could not be asked or could not take it: the same act may well pass in a minute. */
export function isOutage(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && OUTAGE.test(String(current.code))) return true
  }
  return false
}
