import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useText } from '@sotay/i18n'
import { Conflict } from '@sotay/kernel'
import { completeDraft, configurationOf } from '@sotay/operations/onboarding'
import { ConfigurationError } from '@sotay/tenant-config'
import { Button, ButtonLink, ErrorSummary, errorLinks, Notice, PageHeader, SummaryList } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'
import { openDraft, questionLines } from './draft-view.server'

export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const draft = await openDraft(ctx, params.draft)
  const { id, preset, answers, administrator, emblem, roster } = draft
  return {
    id,
    name: answers.name ?? preset.name,
    questions: questionLines(draft),
    administrator,
    emblem: emblem?.name ?? null,
    roster: roster?.name ?? null,
    faults: faultsOf(preset.key, answers),
  }
})

/** What keeps the answers from being a configuration, in the file's own words. */
function faultsOf(preset: string, answers: Record<string, string>): string[] {
  try {
    configurationOf(preset, answers)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.issues.map(({ path, message }) => `${path}: ${message}`)
    return ['']
  }
}

export const action = formAction(async (context, _, { params }) => {
  assertRole(context, 'operator')
  const { slug } = await completeDraft(context.ctx, params.draft ?? '').catch((error: unknown) => {
    if (error instanceof ConfigurationError) throw new Conflict('console.contradiction')
    throw error
  })
  return redirectWithFlash(`/tinh/${slug}`, 'console:flash.onboarded')
})

export default function CheckPage() {
  const { id, name, questions, administrator, emblem, roster, faults } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  const foreign = useLocale() === 'vi' ? undefined : 'vi'
  const change = (path: string) => <a href={`/tinh-moi/${id}/${path}`}>{t('onboarding.change')}</a>
  const line = (path: string, label: string, value: string) => ({
    label,
    value: (
      <>
        <span lang={foreign}>{value}</span> {change(path)}
      </>
    ),
  })
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('onboarding.check')}
        lead={t('onboarding.checkLead')}
        breadcrumbs={[
          { href: '/tinh-moi', label: t('onboarding.title') },
          { href: `/tinh-moi/${id}`, label: name },
        ]}
      />
      {faults.length > 0 ? (
        <Notice tone="error" title={t('errors.contradiction')}>
          <ul lang={foreign}>
            {faults.filter(Boolean).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <SummaryList
        items={[
          ...questions.map(({ key, ask, words }) => line(`hoi/${key}`, ask, words || t('none'))),
          line(
            'quan-tri',
            t('onboarding.administrator'),
            administrator ? `${administrator.fullName} · ${administrator.cardNumber}` : t('none'),
          ),
          line('bieu-trung', t('onboarding.emblem'), emblem ?? t('onboarding.ours')),
          line('danh-sach', t('onboarding.roster'), roster ?? t('onboarding.later')),
        ]}
      />
      <form method="post">
        <div className="actions">
          <Button>{t('onboarding.do')}</Button>
          <ButtonLink href={`/tinh-moi/${id}`}>{t('onboarding.tasks')}</ButtonLink>
        </div>
      </form>
    </>
  )
}
