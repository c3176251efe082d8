import type { ShownChange } from '@sotay/domain/dossiers'
import type { FormReply } from '@sotay/ui'
import { Button, Card, Checkbox, Notice, posted, SummaryList, Textarea } from '@sotay/ui'
import { useText } from './texts'
import { ValueView } from './value-view'

export interface DecisionFormProps {
  request: { revision: number; changes: ShownChange[] }
  reply: FormReply | undefined
}

/** Fields to take over, one by one, and the reason for what goes back. */
export function DecisionForm({ request, reply }: DecisionFormProps) {
  const t = useText()
  return (
    <form method="post" noValidate className="stack" id="keys">
      <input type="hidden" name="revision" value={request.revision} />
      {request.changes.map((change) => (
        <ChangeCard key={change.key} change={change} />
      ))}
      <Textarea
        {...posted(reply, 'reason')}
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        rows={3}
        maxLength={500}
        optional
      />
      <div className="actions">
        <Button name="act" value="approve">
          {t('decide.approve')}
        </Button>
        <Button tone="secondary" name="act" value="return">
          {t('decide.return')}
        </Button>
      </div>
    </form>
  )
}

function ChangeCard({ change }: { change: ShownChange }) {
  const t = useText()
  const field = t(`fields.${change.key}`)
  const before = { label: t('decide.before'), value: <ValueView field={change} value={change.before} /> }
  return (
    <Card title={field}>
      {change.moved ? <Notice tone="warning" title={t('decide.moved')} /> : null}
      <SummaryList
        items={[
          ...(change.moved ? [before] : []),
          { label: t('decide.now'), value: <ValueView field={change} value={change.now} /> },
          { label: t('decide.after'), value: <ValueView field={change} value={change.after} /> },
        ]}
      />
      <input type="hidden" name={`shown.${change.key}`} value={change.mark} />
      <Checkbox
        id={`take-${change.key}`}
        name="keys"
        value={change.key}
        defaultChecked={!change.moved}
        label={t('decide.take', { field })}
      />
    </Card>
  )
}
