import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { Invalid } from '@sotay/kernel'
import { readOperatorLink, useOperatorLink } from '@sotay/operations/operators'
import { Button, CodeInput, ErrorSummary, errorLinks, PageHeader, PasswordInput, posted, SummaryList } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { redirectWithFlash } from '../server/redirect-with-flash'
import { pageAnswer } from '../server/refusals'
import { FactorSteps } from './factor-steps'

/** Open to whoever holds the link. It is used up by the form alone, so a program that looks at links uses none. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  readOperatorLink(context.ctx, params.token ?? '').catch((error: unknown) => {
    throw pageAnswer(error, context.locale)
  })

export const action = formAction(async ({ ctx }, { password = '', again, code = '' }, { params }) => {
  const token = params.token ?? ''
  const { kind } = await readOperatorLink(ctx, token)
  if (kind === 'invitation' && again !== password) throw new Invalid({ again: ['console.passwords-differ'] })
  await useOperatorLink(ctx, { token, password, code })
  return redirectWithFlash('/dang-nhap', 'console:flash.link-used')
})

export default function UseLinkPage() {
  const { kind, email, name, role, totpSecret, totpUri } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  const joining = kind === 'invitation'
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t(`useLink.${kind}`)} lead={t(`useLink.${kind}-lead`)} />
      <SummaryList
        items={[
          { label: t('operators.name'), value: name },
          { label: t('operators.email'), value: email },
          { label: t('operators.role'), value: t(`roles.${role}`) },
        ]}
      />
      <FactorSteps secret={totpSecret} uri={totpUri} />
      <form method="post">
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordInput
          label={t(joining ? 'useLink.choose' : 'useLink.present')}
          hint={joining ? t('useLink.chooseHint') : undefined}
          autoComplete={joining ? 'new-password' : 'current-password'}
          required
          {...posted(reply, 'password')}
        />
        {joining ? (
          <PasswordInput label={t('useLink.again')} autoComplete="new-password" required {...posted(reply, 'again')} />
        ) : null}
        <CodeInput label={t('code.label')} hint={t('code.hint')} required {...posted(reply, 'code')} />
        <Button>{t('useLink.do')}</Button>
      </form>
    </>
  )
}
