import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useText } from '@sotay/i18n'
import { NotFound } from '@sotay/kernel'
import { answerQuestion, nextQuestion, readDraft } from '@sotay/operations/onboarding'
import { cadenceForms } from '@sotay/tenant-config'
import { Button, ButtonLink, ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { AnswerField } from './answer-field'
import { openDraft } from './draft-view.server'

export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const { id, preset, answers } = await openDraft(ctx, params.draft)
  const at = preset.questions.findIndex(({ key }) => key === params.question)
  const question = preset.questions[at]
  if (!question) throw new NotFound()
  return {
    id,
    name: answers.name ?? preset.name,
    question,
    number: at + 1,
    of: preset.questions.length,
    forms: cadenceForms.slice(0, 8).join('; '),
    typed: answers[question.key] ?? preset.answers[question.key] ?? '',
  }
})

export const action = formAction(async (context, { answer = '' }, { params }) => {
  assertRole(context, 'operator')
  const { draft: id = '', question = '' } = params
  await answerQuestion(context.ctx, id, { question, typed: answer })
  const next = nextQuestion(await readDraft(context.ctx, id))
  return redirect(next ? `/tinh-moi/${id}/hoi/${next}` : `/tinh-moi/${id}`, 303)
})

/** One question a page, with the articles that raise it. */
export default function QuestionPage() {
  const { id, name, question, number, of, typed, forms } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  const foreign = useLocale() === 'vi' ? undefined : 'vi'
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('onboarding.question', { number, of })}
        lead={question.cite.length > 0 ? t('onboarding.cite', { cites: question.cite.join('; ') }) : undefined}
        breadcrumbs={[
          { href: '/tinh-moi', label: t('onboarding.title') },
          { href: `/tinh-moi/${id}`, label: name },
        ]}
      />
      <form method="post" lang={foreign} key={question.key}>
        <AnswerField question={question} typed={typed} forms={forms} reply={reply} />
        <div className="actions">
          <Button lang={foreign && 'en'}>{t('onboarding.keep')}</Button>
          <ButtonLink href={`/tinh-moi/${id}`} lang={foreign && 'en'}>
            {t('onboarding.tasks')}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}
