import { Button, ButtonLink, Card, type FormReply, List } from '@sotay/ui'
import { FieldInput } from './field-input'
import type { PartView, RuleView } from './field-view'
import { useText } from './texts'

export interface PartFormProps {
  part: PartView
  reply: FormReply | undefined
  address: string
}

/** A part of a section: its fields with their own button, or its rules with a page each. */
export function PartForm({ part, reply, address }: PartFormProps) {
  const t = useText()
  const mine = reply?.values.part === part.key ? reply : undefined
  return (
    <Card title={part.title}>
      {part.lead ? <p className="hint">{part.lead}</p> : null}
      {part.rules ? (
        <Rules part={part.key} rules={part.rules} address={address} />
      ) : (
        <form method="post" noValidate>
          <input type="hidden" name="part" value={part.key} />
          <input type="hidden" name="seen" value={part.seen} />
          {part.fields.map((field) => (
            <FieldInput key={field.name} field={field} reply={mine} />
          ))}
          <Button tone="secondary" name="act" value="save" aria-label={t('part.saveOf', { name: part.title })}>
            {t('part.save')}
          </Button>
        </form>
      )}
    </Card>
  )
}

function Rules({ part, rules, address }: { part: string; rules: RuleView[]; address: string }) {
  const t = useText()
  return (
    <>
      {rules.length === 0 ? <p>{t('part.noRules')}</p> : null}
      <List>
        {rules.map(({ key, name, summary }) => (
          <div key={key}>
            <a href={`${address}?phan=${part}&muc=${encodeURIComponent(key)}`}>{name}</a>
            <div className="hint">{summary.join(' · ')}</div>
          </div>
        ))}
      </List>
      <ButtonLink href={`${address}?phan=${part}`}>{t('part.add')}</ButtonLink>
    </>
  )
}
