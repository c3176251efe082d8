import type { FormReply } from '@sotay/ui'
import { Button, Card, Checkbox, posted, Select, Textarea } from '@sotay/ui'
import { useText } from './texts'

export function ApproveForm({ grantable }: { grantable: string[] }) {
  const t = useText()
  return (
    <form method="post">
      {grantable.length > 0 ? (
        <fieldset>
          <legend>{t('decide.grant')}</legend>
          {grantable.map((role) => (
            <Checkbox key={role} id={`role-${role}`} name="roles" value={role} label={t(`decide.grants.${role}`)} />
          ))}
        </fieldset>
      ) : null}
      <Button name="act" value="approve">
        {t('decide.approve')}
      </Button>
    </form>
  )
}

export function ReturnForm({ reply, reasons }: { reply: FormReply | undefined; reasons: string[] }) {
  const t = useText()
  return (
    <Card title={t('decide.returnTitle')}>
      <form method="post" noValidate>
        {reasons.length > 0 ? (
          <Select
            {...posted(reply, 'template')}
            label={t('queue.template')}
            placeholder={t('queue.templateNone')}
            options={reasons.map((words) => ({ value: words, label: words }))}
          />
        ) : null}
        <Textarea {...posted(reply, 'reason')} label={t('decide.reason')} hint={t('decide.reasonHint')} rows={3} />
        <Button tone="secondary" name="act" value="return">
          {t('decide.return')}
        </Button>
      </form>
    </Card>
  )
}
