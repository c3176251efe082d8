import type { Settings } from '@sotay/tenancy'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's shared PostgreSQL and object store are. */
    sotaySettings: Settings
  }
}
