import type { Arrival } from '@sotay/http'
import type { TenantContext } from '@sotay/kernel'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    ctx: TenantContext
    nonce: string
    arrival: Arrival
    /** Notes in the vendor's own trail what a support visit is about. */
    note(operation: string, details: Record<string, unknown>): Promise<void>
    /** Adds a header to the answer, whatever becomes of it: Remix would drop those of a refused form. */
    send(header: string, value: string): void
  }
}
