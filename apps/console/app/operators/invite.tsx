import { useActionData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { inviteOperator } from '@sotay/operations/operators'
import { Button, ButtonLink, ErrorSummary, errorLinks, PageHeader, posted, TextInput } from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { linkAddress } from './link-address'
import { LinkShown } from './link-shown'
import { RoleChoice } from './role-choice'

export const loader = operatorLoader('owner', async () => null)

export const action = formAction(async (context, { email = '', name = '', role = '' }) => {
  assertRole(context, 'owner')
  return linkAddress(context, await inviteOperator(context.ctx, { email, name, role: role as 'viewer' }))
})

export default function InvitePage() {
  const answer = useActionData<typeof action>()
  const t = useText('console')
  const link = answer && 'link' in answer ? answer.link : undefined
  const reply = answer && 'values' in answer ? answer : undefined
  const crumbs = [{ href: '/nguoi-van-hanh', label: t('operators.title') }]
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('invite.title')} lead={link ? undefined : t('invite.lead')} breadcrumbs={crumbs} />
      {link ? (
        <>
          <LinkShown link={link} />
          <ButtonLink href="/nguoi-van-hanh">{t('invite.back')}</ButtonLink>
        </>
      ) : (
        <form method="post">
          <TextInput label={t('operators.name')} autoComplete="off" required {...posted(reply, 'name')} />
          <TextInput
            label={t('operators.email')}
            type="email"
            autoComplete="off"
            required
            {...posted(reply, 'email')}
          />
          <RoleChoice reply={reply} initial="operator" />
          <div className="actions">
            <Button>{t('invite.do')}</Button>
            <ButtonLink href="/nguoi-van-hanh">{t('cancel')}</ButtonLink>
          </div>
        </form>
      )}
    </>
  )
}
