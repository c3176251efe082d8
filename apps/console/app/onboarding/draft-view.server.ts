import { redirect } from '@remix-run/node'
import type { OperationsContext } from '@sotay/operations'
import { type Draft, isAnswered, readDraft } from '@sotay/operations/onboarding'

/** A draft still open; one that became a province leads to that province. */
export async function openDraft(ctx: OperationsContext, id = ''): Promise<Draft> {
  const draft = await readDraft(ctx, id)
  if (draft.tenantSlug) throw redirect(`/tinh/${draft.tenantSlug}`, 303)
  return draft
}

/** Its questions with what was answered, in words. */
export const questionLines = ({ preset, answers }: Draft) =>
  preset.questions.map((question) => {
    const typed = answers[question.key]
    const chosen = question.options?.find(({ value }) => value === typed)
    return {
      key: question.key,
      ask: question.ask,
      answered: isAnswered(question, typed),
      words: chosen?.label ?? typed ?? '',
    }
  })
