import type { ChangePlan } from '@sotay/domain/reorganisation'
import { Button, DataTable, DateTime, Notice, Quantity, SummaryList, TextInput } from '@sotay/ui'
import { ChangeCountsTable } from './change-counts'
import { useChangeTitle } from './change-words'
import type { ChangeReply } from './check-change.server'
import { useText } from './texts'

/** What will be, counted, before it is confirmed: the answers, the plan, and the way back to the form. */
export function CheckPlan({ reply, plan }: { reply: ChangeReply; plan: ChangePlan }) {
  const t = useText()
  const titleOf = useChangeTitle()
  const { values, errors } = reply
  const answers = [
    { label: t('list.what'), value: titleOf(plan) },
    { label: t('list.on'), value: <DateTime at={plan.effectiveOn} /> },
    { label: t('form.number'), value: values.number },
    { label: t('form.signedOn'), value: values.signedOn ? <DateTime at={values.signedOn} show="date" /> : null },
    { label: t('form.signer'), value: values.signer },
  ]
  return (
    <div className="stack">
      <SummaryList items={answers} />
      <ChangeCountsTable counts={plan.counts} />
      {plan.lines.length > 0 ? <PlanLines plan={plan} /> : null}
      {plan.ownWays.length > 0 ? (
        <DataTable
          caption={t('check.own-ways')}
          count={plan.ownWays.length}
          rows={plan.ownWays}
          rowKey={(row) => `${row.name} ${row.home}`}
          columns={[
            { key: 'name', header: t('change.unit'), cell: (row) => row.name },
            { key: 'home', header: t('check.own-home'), cell: (row) => row.home },
          ]}
        />
      ) : null}
      {plan.created.length > 0 ? (
        <p>
          {t('check.created')} {plan.created.join(', ')}.
        </p>
      ) : null}
      {plan.sameNames.length > 0 ? (
        <Notice tone="warning" title={t('check.same-names')}>
          {plan.sameNames.map(({ name }) => name).join(', ')}
        </Notice>
      ) : null}
      <form method="post" encType="multipart/form-data" noValidate>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seen" value={plan.mark} />
        <TextInput
          name="file"
          type="file"
          accept=".pdf,.jpg,.jpeg,.png"
          label={t('form.file')}
          hint={t('form.file-hint')}
          error={errors.file}
          optional
        />
        <div className="actions">
          <Button name="act" value="confirm">
            {t('check.confirm')}
          </Button>
          <Button name="act" value="edit" tone="secondary">
            {t('check.edit')}
          </Button>
        </div>
      </form>
    </div>
  )
}

function PlanLines({ plan }: { plan: ChangePlan }) {
  const t = useText()
  return (
    <DataTable
      caption={t('check.units')}
      count={plan.lines.length}
      rows={plan.lines}
      rowKey={(row) => row.unitId}
      columns={[
        { key: 'name', header: t('change.unit'), cell: (row) => row.name },
        { key: 'fate', header: t('change.fate'), cell: (row) => (row.ends ? t('fate.ended') : t('check.stays')) },
        {
          key: 'children',
          header: t('check.children'),
          numeric: true,
          cell: (row) => <Quantity value={row.children} />,
        },
        { key: 'members', header: t('check.members'), numeric: true, cell: (row) => <Quantity value={row.members} /> },
        { key: 'roles', header: t('check.roles'), numeric: true, cell: (row) => <Quantity value={row.roles} /> },
        { key: 'seats', header: t('check.seats'), numeric: true, cell: (row) => <Quantity value={row.seats} /> },
        { key: 'home', header: t('check.home'), cell: (row) => row.home },
      ]}
    />
  )
}
