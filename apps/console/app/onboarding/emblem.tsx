import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { keepEmblem } from '@sotay/operations/onboarding'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { openDraft } from './draft-view.server'
import { UploadPage } from './upload-page'

export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const { id, preset, answers, emblem } = await openDraft(ctx, params.draft)
  return { id, name: answers.name ?? preset.name, emblem }
})

export const action = formAction(async (context, _, { params }, { emblem = new File([], '') }) => {
  assertRole(context, 'operator')
  await keepEmblem(context.ctx, params.draft ?? '', emblem)
  return redirect(`/tinh-moi/${params.draft}/bieu-trung`, 303)
})

export default function EmblemPage() {
  const { id, name, emblem } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  return (
    <UploadPage field="emblem" draft={{ id, name }} accept=".svg,.png" reply={reply}>
      {emblem ? (
        <p>
          <img
            src={`/tinh-moi/${id}/bieu-trung.svg?v=${emblem.at}`}
            alt={t('onboarding.emblem')}
            width={160}
            height={160}
          />
        </p>
      ) : null}
    </UploadPage>
  )
}
