import { type ChangePlan, makeChange, planChange, readHomesList } from '@sotay/domain/reorganisation'
import { Conflict, Invalid, type TenantContext } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { sentence } from '../../server/refusals'
import { type ChangeForm, fieldsOf } from './change-form'
import { changeOf, decisionOf } from './change-input.server'

/** What a form's post answers: the form again, or the plan to be confirmed. */
export interface ChangeReply extends FormReply {
  plan?: ChangePlan
}

/** Checks what was typed and shows the plan; once that is confirmed, makes the change, unless it has become another. */
export async function checkChange(ctx: TenantContext, sent: ChangeForm): Promise<Response> {
  const form = await withHomes(ctx, sent)
  const values = fieldsOf(form)
  if (form.act === 'edit') return Response.json({ values, errors: {} } satisfies ChangeReply)
  const [change, decision] = [changeOf(form), decisionOf(form)]
  let refused: Refused = { status: 200, errors: {} }
  if (form.act === 'confirm') {
    try {
      const { id, status } = await makeChange(ctx, { change, decision, seen: form.seen ?? '' })
      return redirectWithFlash(`/to-chuc/thay-doi/${id}`, `reorganisation:flash.${status}`)
    } catch (error) {
      refused = answerOf(error)
    }
  }
  const plan = await planChange(ctx, change)
  const { status, message, errors } = refused
  return Response.json({ values, errors, message, plan } satisfies ChangeReply, { status })
}

/** The form with the homes of the list that came with it, in place of those of a list before. */
async function withHomes(ctx: TenantContext, form: ChangeForm): Promise<ChangeForm> {
  const { homesFile: file, level = '', effectiveOn: day = '', units = {}, homes = {} } = form
  if (!file || file.size === 0) return form
  const ofUnits = Object.entries(homes).filter(([unitId]) => unitId in units)
  return { ...form, homes: { ...Object.fromEntries(ofUnits), ...(await readHomesList(ctx, { level, day, file })) } }
}

interface Refused extends Pick<FormReply, 'message' | 'errors'> {
  status: number
}

// These leave the reader at the plan: to look at it again, or to choose another file.
function answerOf(error: unknown): Refused {
  if (error instanceof Conflict && error.code === 'reorganisation.plan-changed') {
    return { status: 409, message: sentence(error.code), errors: {} }
  }
  const file = error instanceof Invalid ? error.fields.file?.[0] : undefined
  if (typeof file === 'string') return { status: 400, errors: { file: sentence(file) } }
  throw error
}
