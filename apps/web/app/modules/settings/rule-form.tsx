import { Button, ButtonLink, type FormReply } from '@sotay/ui'
import { type DueCalendar, DueDates } from './due-dates'
import { FieldInput } from './field-input'
import type { FieldView } from './field-view'
import { useText } from './texts'

export interface RuleFormProps {
  rule: { part: string; key: string | null; whole: string; name: string; seen: string; fields: FieldView[] }
  due: DueCalendar | null
  reply: FormReply | undefined
  back: string
}

/** One rule of a list: changed, tried, taken out. */
export function RuleForm({ rule, due, reply, back }: RuleFormProps) {
  const t = useText()
  return (
    <>
      <form method="post" noValidate id="rule">
        <input type="hidden" name="part" value={rule.part} />
        <input type="hidden" name="rule" value={rule.key ?? ''} />
        <input type="hidden" name="seen" value={rule.seen} />
        {rule.fields.map((field) => (
          <FieldInput key={field.name} field={field} reply={reply} />
        ))}
        {due ? <DueDates due={due} reply={reply} form="rule" /> : null}
        <div className="actions">
          <Button name="act" value="save">
            {t('rule.save')}
          </Button>
          {due ? (
            <Button tone="secondary" name="act" value="try">
              {t('rule.try')}
            </Button>
          ) : null}
          <ButtonLink href={back} tone="quiet">
            {t('rule.back')}
          </ButtonLink>
        </div>
      </form>
      {rule.key === null ? null : (
        <form method="post">
          <input type="hidden" name="part" value={rule.part} />
          <input type="hidden" name="rule" value={rule.key} />
          <input type="hidden" name="seen" value={rule.whole} />
          <Button tone="danger" name="act" value="remove">
            {t('rule.remove')}
          </Button>
        </form>
      )}
    </>
  )
}
