import type { Arrival } from '@sotay/http'
import type { Locale } from '@sotay/i18n'
import type { OperationsContext } from '@sotay/operations'
import type { SignedInOperator } from '@sotay/operations/operators'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** Acts for the operator who is signed in, and for nobody else. */
    ctx: OperationsContext
    operator: SignedInOperator | undefined
    locale: Locale
    nonce: string
    arrival: Arrival
    /** Whether the demonstration's outbox may be shown to this request. */
    demo: boolean
    /** Adds a Set-Cookie header to the answer. */
    setCookie(cookie: string): void
  }
}
