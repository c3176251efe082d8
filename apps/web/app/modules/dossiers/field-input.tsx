import type { ShownField } from '@sotay/domain/dossiers'
import type { FormReply } from '@sotay/ui'
import { posted, Select, Textarea, TextInput } from '@sotay/ui'
import { withOwn } from './option-choices'
import { RowInputs } from './row-inputs'
import { useText } from './texts'

export interface FieldInputProps {
  field: ShownField
  reply: FormReply | undefined
}

/** A field of the file as it is typed; the mark of what was shown travels along. */
export function FieldInput({ field, reply }: FieldInputProps) {
  const name = `fields.${field.key}`
  return (
    <>
      <input type="hidden" name={`shown.${field.key}`} value={field.mark} />
      {field.type === 'list' ? (
        <RowInputs field={field} name={name} reply={reply} />
      ) : (
        <PlainInput field={field} name={name} reply={reply} />
      )}
    </>
  )
}

function PlainInput({ field, name, reply }: FieldInputProps & { name: string }) {
  const t = useText()
  const stands = field.proposed ? field.proposed.value : field.value
  const initial = typeof stands === 'string' ? stands : undefined
  const common = { ...posted(reply, name, initial), label: t(`fields.${field.key}`) }
  if (field.type === 'long-text') return <Textarea {...common} rows={4} maxLength={2000} optional />
  if (field.type === 'date') return <TextInput {...common} type="date" width={12} optional />
  if (field.type === 'choice' && field.options) {
    return <Select {...common} options={withOwn(field.options, initial)} placeholder={t('edit.choose')} optional />
  }
  return <TextInput {...common} maxLength={300} autoComplete="off" optional />
}
