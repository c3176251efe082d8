import { useLoaderData } from '@remix-run/react'
import { useLocale, useText } from '@sotay/i18n'
import { ButtonLink, PageHeader, StatusTag } from '@sotay/ui'
import { operatorLoader } from '../server/operator-loader'
import { openDraft, questionLines } from './draft-view.server'

export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const draft = await openDraft(ctx, params.draft)
  return {
    id: draft.id,
    name: draft.answers.name ?? draft.preset.name,
    preset: draft.preset.name,
    questions: questionLines(draft),
    administrator: draft.administrator !== undefined,
    emblem: draft.emblem !== undefined,
    roster: draft.roster !== undefined,
  }
})

/** The tasks of a draft: what is answered and what is open, in any order. */
export default function DraftPage() {
  const { id, name, preset, questions, administrator, emblem, roster } = useLoaderData<typeof loader>()
  const t = useText('console')
  const foreign = useLocale() === 'vi' ? undefined : 'vi'
  const ready = administrator && questions.every(({ answered }) => answered)
  const task = (path: string, words: string, done: boolean, optional?: boolean, lang?: string) => ({
    href: `/tinh-moi/${id}/${path}`,
    words,
    lang,
    state: done ? 'done' : optional ? 'optional' : 'open',
  })
  const asked = questions.map((entry) => task(`hoi/${entry.key}`, entry.ask, entry.answered, false, foreign))
  const people = [task('quan-tri', t('onboarding.administrator'), administrator)]
  const files = [
    task('bieu-trung', t('onboarding.emblem'), emblem, true),
    task('danh-sach', t('onboarding.roster'), roster, true),
  ]
  return (
    <>
      <PageHeader
        title={name}
        lead={t('onboarding.tasksLead', { preset })}
        breadcrumbs={[{ href: '/tinh-moi', label: t('onboarding.title') }]}
      />
      <TaskList title={t('onboarding.rules')} tasks={asked} />
      <TaskList title={t('onboarding.people')} tasks={people} />
      <TaskList title={t('onboarding.files')} tasks={files} />
      <div className="actions">
        {ready ? (
          <ButtonLink tone="primary" href={`/tinh-moi/${id}/kiem-tra`}>
            {t('onboarding.check')}
          </ButtonLink>
        ) : (
          <p className="hint">{t('onboarding.notReady')}</p>
        )}
      </div>
    </>
  )
}

interface Task {
  href: string
  words: string
  lang?: string
  state: string
}

function TaskList({ title, tasks }: { title: string; tasks: Task[] }) {
  const t = useText('console')
  return (
    <section>
      <h2>{title}</h2>
      <ul className="list">
        {tasks.map(({ href, words, lang, state }) => (
          <li key={href}>
            <a href={href} lang={lang}>
              {words}
            </a>{' '}
            <StatusTag status={state === 'done' ? 'done' : 'draft'} words={t(`onboarding.state.${state}`)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
