/** The part of pino that is used here. Objects hold ids and names of jobs, never personal data. */
export interface Log {
  info(about: object, message: string): void
  warn(about: object, message: string): void
  error(about: object, message: string): void
}
