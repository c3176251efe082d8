import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { Locale } from '@sotay/i18n'
import { NotFound, Unauthenticated } from '@sotay/kernel'
import type { OperationsContext } from '@sotay/operations'
import { operatorMay, type SignedInOperator } from '@sotay/operations/operators'
import './load-context'
import { pageAnswer } from './refusals'

type Role = SignedInOperator['role']

/** What a page was asked with, besides the context. */
export interface Visit {
  operator: SignedInOperator
  params: Record<string, string | undefined>
  url: URL
  locale: Locale
  request: Request
}

/** Who asks. @throws Unauthenticated when nobody is signed in · NotFound below the needed role */
export function assertRole({ operator }: AppLoadContext, needed: Role): SignedInOperator {
  if (!operator) throw new Unauthenticated()
  if (!operatorMay(operator.role, needed)) throw new NotFound()
  return operator
}

/** A page's reading, for operators of at least that role. */
export const operatorLoader =
  <Data>(needed: Role, read: (ctx: OperationsContext, visit: Visit) => Promise<Data>) =>
  async ({ context, params, request }: LoaderFunctionArgs): Promise<Data> => {
    try {
      const operator = assertRole(context, needed)
      return await read(context.ctx, { operator, params, request, url: new URL(request.url), locale: context.locale })
    } catch (error) {
      throw pageAnswer(error, context.locale)
    }
  }
