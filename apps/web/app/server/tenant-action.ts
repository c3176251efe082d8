import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data } from '@remix-run/node'
import { isOutage } from '@sotay/db'
import { Conflict, type FieldError, Invalid, Refusal, type TenantContext } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import type { z } from 'zod'
import { pageAnswer, refusalStatus, sentence } from './refusals'
import { type Visit, visitOf } from './tenant-loader'

/** Fields that never travel back to the page. */
const SECRET = new Set(['password', 'newPassword', 'code', 'proof'])

/**
 * A form's post: parses it by the verb's schema, runs the act, and answers 303 on success. What is refused comes back
 * with the form as it was typed: 400 with errors by field, 409 on a conflict, 429 with when to try again. A file cannot
 * be put back into a form, so its field asks for it anew. Schemas take one as `z.instanceof(File)`.
 */
export const tenantAction =
  <Schema extends z.ZodType>(
    schema: Schema | ((ctx: TenantContext) => Schema),
    act: (ctx: TenantContext, input: z.output<Schema>, visit: Visit) => Promise<Response>,
  ) =>
  async (args: ActionFunctionArgs) => {
    const { ctx } = args.context
    const form = await args.request.formData().catch(() => undefined)
    if (!form) throw new Response(null, { status: 400 })
    const values = typed(form)
    const reply = replyTo(form, values)
    try {
      const submission = parseWithZod(form, { schema: typeof schema === 'function' ? schema(ctx) : schema })
      if (submission.status !== 'success') return reply(400, fieldErrors(submission.error ?? {}))
      return await act(ctx, submission.value, { ...visitOf(args), typed: values })
    } catch (error) {
      if (error instanceof Invalid) return reply(400, fieldErrors(error.fields))
      if (error instanceof Refusal && (error.kind === 'conflict' || error.kind === 'too-many')) {
        return reply(refusalStatus(error, args.context), besides(error), sentence(error.code, error.params))
      }
      if (isOutage(error)) return reply(503, {}, sentence('shell.unavailable'))
      throw pageAnswer(error, args)
    }
  }

const besides = (error: Refusal): FormReply['errors'] => {
  const fields = error instanceof Conflict ? Object.entries(error.fields) : []
  return Object.fromEntries(fields.map(([name, { code, params }]) => [name, sentence(code, params)]))
}

const replyTo =
  (form: FormData, values: FormReply['values']) => (status: number, errors: FormReply['errors'], message?: string) =>
    data<FormReply>({ values, errors: { ...filesAnew(form), ...errors }, message }, { status })

function filesAnew(form: FormData): FormReply['errors'] {
  const files = [...form].filter(([, value]) => typeof value !== 'string' && value.size > 0)
  return Object.fromEntries(files.map(([name]) => [name, sentence('shell.file-again')]))
}

function typed(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !SECRET.has(name)) values[name] = value
  return values
}

const CODE = /^[a-z][a-z-]*\.[a-z.-]+$/

// A schema's own messages are error codes; what zod says by itself becomes one sentence for all.
function fieldErrors(errors: Record<string, FieldError[] | null | undefined>): Record<string, string> {
  const sentences: Record<string, string> = {}
  for (const [name, [first] = []] of Object.entries(errors).map(([key, list]) => [key, list ?? []] as const)) {
    if (first === undefined) continue
    if (typeof first === 'object') sentences[name] = sentence(first.code, first.params)
    else sentences[name] = CODE.test(first) ? sentence(first) : sentence('shell.field')
  }
  return sentences
}
