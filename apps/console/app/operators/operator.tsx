import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { isId, NotFound } from '@sotay/kernel'
import { disableOperator, listOperators, type OperationsContext } from '@sotay/operations'
import { changeOperatorRole, listOperations, resetOperatorFactor } from '@sotay/operations/operators'
import { Button, Card, DateTime, ErrorSummary, errorLinks, PageHeader, SummaryList } from '@sotay/ui'
import { OperationTable } from '../provinces/operation-table'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'
import { linkAddress } from './link-address'
import { LinkShown } from './link-shown'
import { OperatorState } from './list'
import { RoleChoice } from './role-choice'

async function find(ctx: OperationsContext, id = '') {
  const found = isId(id) ? (await listOperators(ctx)).find((entry) => entry.id === id) : undefined
  if (!found) throw new NotFound()
  return found
}

export const loader = operatorLoader('owner', async (ctx, { params }) => {
  const person = await find(ctx, params.id)
  return { person, operations: await listOperations(ctx, { actor: person.id }) }
})

export const action = formAction(async (context, { intent, role = '' }, { params }) => {
  assertRole(context, 'owner')
  const { ctx } = context
  const person = await find(ctx, params.id)
  if (intent === 'reset') return linkAddress(context, await resetOperatorFactor(ctx, person.id))
  if (intent === 'disable') await disableOperator(ctx, person.email)
  else if (intent === 'role') await changeOperatorRole(ctx, { operatorId: person.id, role: role as 'viewer' })
  else throw new NotFound()
  return redirectWithFlash(`/nguoi-van-hanh/${person.id}`, `console:flash.operator-${intent}`)
})

export default function OperatorPage() {
  const { person, operations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('console')
  const link = answer && 'link' in answer ? answer.link : undefined
  const reply = answer && 'values' in answer ? answer : undefined
  const items = [
    { label: t('operators.email'), value: person.email },
    { label: t('operators.role'), value: t(`roles.${person.role}`) },
    { label: t('operators.since'), value: <DateTime at={person.createdAt} show="day-time" /> },
    { label: t('operators.state'), value: <OperatorState disabledAt={person.disabledAt} /> },
  ]
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={person.name} breadcrumbs={[{ href: '/nguoi-van-hanh', label: t('operators.title') }]} />
      {link ? <LinkShown link={link} /> : null}
      <SummaryList items={items} />
      {person.disabledAt ? null : (
        <div className="stack">
          <Card title={t('operators.changeRole')}>
            <form method="post">
              <RoleChoice reply={reply} initial={person.role} />
              <Button name="intent" value="role">
                {t('operators.changeRole')}
              </Button>
            </form>
          </Card>
          <Card title={t('operators.reset')}>
            <p>{t('operators.resetHint')}</p>
            <form method="post">
              <Button tone="secondary" name="intent" value="reset">
                {t('operators.reset')}
              </Button>
            </form>
          </Card>
          <Card title={t('operators.disable')}>
            <p>{t('operators.disableHint')}</p>
            <form method="post">
              <Button tone="danger" name="intent" value="disable">
                {t('operators.disable')}
              </Button>
            </form>
          </Card>
        </div>
      )}
      <OperationTable operations={operations} />
    </>
  )
}
