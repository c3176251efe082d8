import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { keepRoster } from '@sotay/operations/onboarding'
import { Notice } from '@sotay/ui'
import { Measure } from '../provinces/measure'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { openDraft } from './draft-view.server'
import { UploadPage } from './upload-page'

export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const { id, preset, answers, roster } = await openDraft(ctx, params.draft)
  return { id, name: answers.name ?? preset.name, roster }
})

export const action = formAction(async (context, _, { params }, { roster = new File([], '') }) => {
  assertRole(context, 'operator')
  await keepRoster(context.ctx, params.draft ?? '', roster)
  return redirect(`/tinh-moi/${params.draft}/danh-sach`, 303)
})

export default function RosterPage() {
  const { id, name, roster } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  return (
    <UploadPage field="roster" draft={{ id, name }} accept=".xlsx,.csv" reply={reply}>
      {roster ? (
        <Notice tone="success" title={t('onboarding.rosterKept')}>
          {roster.name} · <Measure bytes={roster.bytes} />
        </Notice>
      ) : null}
    </UploadPage>
  )
}
