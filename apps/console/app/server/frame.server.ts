import type { LoaderFunctionArgs } from '@remix-run/node'
import { type FlashMessage, takeFlash } from '@sotay/http'
import type { SignedInOperator } from '@sotay/operations/operators'
import './load-context'

/** What every page of the console needs around its own content. */
export interface Frame {
  operator: Pick<SignedInOperator, 'name' | 'role'> | null
  demo: boolean
  flash: FlashMessage | null
}

export function readFrame({ request, context }: LoaderFunctionArgs): Frame {
  const { operator, demo, setCookie } = context
  return {
    operator: operator ? { name: operator.name, role: operator.role } : null,
    demo,
    flash: takeFlash(request.headers.get('cookie'), setCookie),
  }
}
