import { useText } from '@sotay/i18n'
import type { PresetQuestion } from '@sotay/tenant-config'
import { type FormReply, NumericInput, posted, RadioGroup, Textarea, TextInput } from '@sotay/ui'

export interface AnswerFieldProps {
  question: PresetQuestion
  typed: string
  /** How a cadence may be written. */
  forms: string
  reply: FormReply | undefined
}

/** The field that fits a question's kind. */
export function AnswerField({ question, typed, forms, reply }: AnswerFieldProps) {
  const t = useText('console')
  const { ask: label, hint, optional, kind, options = [] } = question
  const shared = { label, hint, optional, required: !optional, ...posted(reply, 'answer', typed) }
  switch (kind) {
    case 'choice':
      return <RadioGroup {...shared} options={options.map(({ value, label }) => ({ value, label }))} />
    case 'list':
      return <Textarea {...shared} rows={5} />
    case 'number':
      return <NumericInput {...shared} />
    case 'date':
      return <TextInput {...shared} type="date" width={12} />
    case 'cadence':
      return <TextInput {...shared} hint={hint ?? t('onboarding.cadences', { forms: forms })} />
    default:
      return <TextInput {...shared} maxLength={question.most} />
  }
}
