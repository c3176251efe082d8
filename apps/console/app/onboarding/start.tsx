import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useText } from '@sotay/i18n'
import { listDrafts, listPresets, removeDraft, startDraft } from '@sotay/operations/onboarding'
import {
  Button,
  ButtonLink,
  type Column,
  DataTable,
  DateTime,
  ErrorSummary,
  errorLinks,
  PageHeader,
  posted,
  RadioGroup,
} from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'

export const loader = operatorLoader('operator', async (ctx) => ({
  presets: listPresets().map(({ key, name, summary, drawnFrom }) => ({ key, name, summary, drawnFrom })),
  drafts: (await listDrafts(ctx)).map(({ id, preset, answers, updatedAt }) => ({
    id,
    name: answers.name ?? preset.name,
    preset: preset.name,
    updatedAt,
  })),
}))

export const action = formAction(async (context, { preset = '', remove }) => {
  assertRole(context, 'operator')
  if (remove) {
    await removeDraft(context.ctx, remove)
    return redirectWithFlash('/tinh-moi', 'console:flash.draft-removed')
  }
  const { id } = await startDraft(context.ctx, preset)
  return redirect(`/tinh-moi/${id}`, 303)
})

type DraftRow = Awaited<ReturnType<typeof loader>>['drafts'][number]

export default function StartPage() {
  const { presets, drafts } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  const foreign = useLocale() === 'vi' ? undefined : 'vi'
  const options = presets.map(({ key, name, summary, drawnFrom }) => ({
    value: key,
    label: <span lang={foreign}>{name}</span>,
    hint: (
      <span lang={foreign}>
        {summary} ({drawnFrom})
      </span>
    ),
  }))
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('onboarding.title')}
        lead={t('onboarding.lead')}
        breadcrumbs={[{ href: '/', label: t('nav.provinces') }]}
      />
      <form method="post">
        <RadioGroup label={t('onboarding.preset')} options={options} required {...posted(reply, 'preset')} />
        <Button>{t('onboarding.start')}</Button>
      </form>
      {drafts.length > 0 ? <Drafts drafts={drafts} /> : null}
    </>
  )
}

function Drafts({ drafts }: { drafts: DraftRow[] }) {
  const t = useText('console')
  const columns: Column<DraftRow>[] = [
    { key: 'name', header: t('onboarding.draft'), cell: (row) => row.name },
    { key: 'preset', header: t('onboarding.preset'), cell: (row) => row.preset },
    { key: 'at', header: t('onboarding.changed'), cell: (row) => <DateTime at={row.updatedAt} show="day-time" /> },
  ]
  return (
    <form method="post">
      <DataTable
        caption={t('onboarding.drafts')}
        columns={columns}
        rows={drafts}
        rowKey={(row) => row.id}
        actions={(row) => (
          <>
            <ButtonLink href={`/tinh-moi/${row.id}`}>{t('onboarding.goOn')}</ButtonLink>
            <Button tone="quiet" name="remove" value={row.id} formNoValidate>
              {t('onboarding.remove')}
            </Button>
          </>
        )}
      />
    </form>
  )
}
