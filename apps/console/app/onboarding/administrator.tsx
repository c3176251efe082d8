import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { nameAdministrator } from '@sotay/operations/onboarding'
import { Button, ButtonLink, ErrorSummary, errorLinks, NumericInput, PageHeader, posted, TextInput } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { openDraft } from './draft-view.server'

export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const { id, preset, answers, administrator } = await openDraft(ctx, params.draft)
  return { id, name: answers.name ?? preset.name, cells: preset.key !== 'steering-body', administrator }
})

export const action = formAction(async (context, values, { params }) => {
  assertRole(context, 'operator')
  const { fullName = '', cardNumber = '', phone = '', cell = '' } = values
  await nameAdministrator(context.ctx, params.draft ?? '', { fullName, cardNumber, phone, cell })
  return redirect(`/tinh-moi/${params.draft}`, 303)
})

export default function AdministratorPage() {
  const { id, name, cells, administrator } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  const field = (key: 'fullName' | 'cardNumber' | 'phone' | 'cell') => posted(reply, key, administrator?.[key])
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('onboarding.administrator')}
        lead={t('onboarding.administratorLead')}
        breadcrumbs={[
          { href: '/tinh-moi', label: t('onboarding.title') },
          { href: `/tinh-moi/${id}`, label: name },
        ]}
      />
      <form method="post">
        <TextInput label={t('operators.name')} autoComplete="off" required {...field('fullName')} />
        <TextInput label={t('onboarding.card')} autoComplete="off" width={12} required {...field('cardNumber')} />
        <NumericInput
          label={t('onboarding.phone')}
          hint={t('onboarding.phoneHint')}
          autoComplete="off"
          required
          {...field('phone')}
        />
        {cells ? (
          <TextInput label={t('onboarding.cell')} hint={t('onboarding.cellHint')} optional {...field('cell')} />
        ) : null}
        <div className="actions">
          <Button>{t('onboarding.keep')}</Button>
          <ButtonLink href={`/tinh-moi/${id}`}>{t('onboarding.tasks')}</ButtonLink>
        </div>
      </form>
    </>
  )
}
