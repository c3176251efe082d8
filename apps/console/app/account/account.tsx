import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { NotFound } from '@sotay/kernel'
import {
  changeOwnPassword,
  endOwnSessions,
  type OwnOperatorSession,
  readOwnOperator,
  sessionHash,
} from '@sotay/operations/operators'
import {
  Button,
  ButtonLink,
  Card,
  type Column,
  DataTable,
  DateTime,
  ErrorSummary,
  errorLinks,
  PageHeader,
  PasswordInput,
  posted,
  SummaryList,
} from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'
import { readCookie, SESSION_COOKIE } from '../server/session-cookies'

const hashOf = (request: Request) => sessionHash(readCookie(request.headers.get('cookie'), SESSION_COOKIE) ?? '')

export const loader = operatorLoader('viewer', async (ctx, { request }) => ({
  ...(await readOwnOperator(ctx)),
  present: hashOf(request),
}))

export const action = formAction(async (context, values, { request }) => {
  assertRole(context, 'viewer')
  const { intent, password = '', newPassword = '', session = '' } = values
  const keep = hashOf(request)
  if (intent === 'password') await changeOwnPassword(context.ctx, { password, newPassword }, keep)
  else if (session) await endOwnSessions(context.ctx, { id: session })
  else if (intent === 'others') await endOwnSessions(context.ctx, { keep })
  else throw new NotFound()
  return redirectWithFlash('/tai-khoan', `console:flash.own-${intent === 'password' ? 'password' : 'sessions'}`)
})

export default function AccountPage() {
  const { name, email, role, sessions, present } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('account.title')} />
      <SummaryList
        items={[
          { label: t('operators.name'), value: name },
          { label: t('operators.email'), value: email },
          { label: t('operators.role'), value: t(`roles.${role}`) },
        ]}
      />
      <div className="stack">
        <Card title={t('account.password')}>
          <form method="post">
            <input type="hidden" name="username" autoComplete="username" value={email} />
            <PasswordInput
              label={t('useLink.present')}
              autoComplete="current-password"
              required
              {...posted(reply, 'password')}
            />
            <PasswordInput
              label={t('account.newPassword')}
              hint={t('useLink.chooseHint')}
              autoComplete="new-password"
              required
              {...posted(reply, 'newPassword')}
            />
            <Button name="intent" value="password">
              {t('account.password')}
            </Button>
          </form>
        </Card>
        <Card title={t('account.factor')}>
          <p>{t('account.factorHint')}</p>
          <ButtonLink href="/tai-khoan/ma">{t('account.factor')}</ButtonLink>
        </Card>
        <Sessions sessions={sessions} present={present} />
      </div>
    </>
  )
}

function Sessions({ sessions, present }: { sessions: OwnOperatorSession[]; present: string }) {
  const t = useText('console')
  const columns: Column<OwnOperatorSession>[] = [
    { key: 'device', header: t('account.device'), cell: (row) => row.device || t('account.unnamed') },
    { key: 'from', header: t('account.from'), cell: (row) => <DateTime at={row.createdAt} show="day-time" /> },
    { key: 'until', header: t('account.until'), cell: (row) => <DateTime at={row.expiresAt} show="day-time" /> },
  ]
  return (
    <form method="post">
      <DataTable
        caption={t('account.sessions')}
        columns={columns}
        rows={sessions}
        rowKey={(row) => row.id}
        actions={(row) =>
          row.id === present ? (
            t('account.here')
          ) : (
            <Button tone="quiet" name="session" value={row.id}>
              {t('account.end')}
            </Button>
          )
        }
      />
      {sessions.length > 1 ? (
        <Button tone="secondary" name="intent" value="others">
          {t('account.endOthers')}
        </Button>
      ) : null}
    </form>
  )
}
