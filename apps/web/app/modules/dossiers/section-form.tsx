import type { ShownField } from '@sotay/domain/dossiers'
import type { FormReply } from '@sotay/ui'
import { Button } from '@sotay/ui'
import { FieldInput } from './field-input'
import { useText } from './texts'

export interface SectionFormProps {
  fields: ShownField[]
  reply: FormReply | undefined
}

/** The form of one section; lists can be saved to go on with more rows. */
export function SectionForm({ fields, reply }: SectionFormProps) {
  const t = useText()
  return (
    <form method="post" noValidate className="stack">
      {fields.map((field) => (
        <FieldInput key={field.key} field={field} reply={reply} />
      ))}
      <div className="actions">
        <Button name="act" value="save">
          {t('edit.save')}
        </Button>
        {fields.some(({ type }) => type === 'list') ? (
          <Button tone="secondary" name="act" value="more">
            {t('edit.saveMore')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
