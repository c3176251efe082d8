import { type ActionFunctionArgs, type AppLoadContext, data } from '@remix-run/node'
import type { Locale } from '@sotay/i18n'
import { Invalid, Refusal } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import './load-context'
import { pageAnswer, refusalInit, sentence } from './refusals'

/** Fields that never travel back to the page. */
const SECRET = new Set(['password', 'newPassword', 'code', 'sealed'])

/**
 * A form's post: runs the act and answers 303 on success. What is refused comes back with the form as it was typed:
 * 400 with errors by field, 409 on a conflict, 429 with when to try again. What may be shown once only, such as a link,
 * is answered at once.
 */
export const formAction =
  <Shown = never>(
    act: (
      context: AppLoadContext,
      values: Record<string, string>,
      args: ActionFunctionArgs,
      files: Record<string, File>,
    ) => Promise<Response | Shown>,
  ) =>
  async (args: ActionFunctionArgs) => {
    const { locale } = args.context
    const { values, files } = await typed(args.request)
    try {
      return await act(args.context, values, args, files)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'not-found' || error.kind === 'unauthenticated') {
        throw pageAnswer(error, locale)
      }
      const reply: FormReply = {
        values: Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.has(name))),
        errors: error instanceof Invalid ? fieldErrors(locale, error) : {},
        message: error instanceof Invalid ? undefined : sentence(locale, error),
      }
      return data(reply, refusalInit(error))
    }
  }

async function typed(request: Request) {
  const values: Record<string, string> = {}
  const files: Record<string, File> = {}
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') values[name] = value
    else files[name] = value
  }
  return { values, files }
}

const fieldErrors = (locale: Locale, { fields }: Invalid): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, [first = 'console.field']]) => [
      name,
      sentence(locale, typeof first === 'string' ? { code: first, params: {} } : { params: {}, ...first }),
    ]),
  )
