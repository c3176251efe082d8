import { Checkbox, type FormReply, NumericInput, posted, Select, Textarea, TextInput } from '@sotay/ui'
import { CadenceFields } from './cadence-fields'
import { ColourInput } from './colour-input'
import { type FieldView, optionName } from './field-view'
import { useText } from './texts'

export interface FieldInputProps {
  field: FieldView
  reply: FormReply | undefined
}

/** The input that a field of the configuration is asked for with. */
export function FieldInput({ field, reply }: FieldInputProps) {
  const t = useText()
  const { name, kind, label, hint, optional, value, options } = field
  const words = { label, hint: hintOf(field, reply, t), optional: optional || undefined }
  const given = { ...posted(reply, name, value), ...words }
  switch (kind) {
    case 'key':
      return <input type="hidden" name={name} value={reply?.values[name] ?? value} />
    case 'long':
    case 'lines':
      return <Textarea {...given} rows={kind === 'long' ? 3 : 4} />
    case 'number':
      return <NumericInput {...given} width={8} />
    case 'day':
      return <TextInput {...given} type="date" width={12} />
    case 'yes':
      return <Checkbox name={name} label={label} hint={hint} defaultChecked={isOn(field, reply)} />
    case 'choice':
      return (
        <Select {...given} options={options} placeholder={optional || value === '' ? t('field.none') : undefined} />
      )
    case 'choices':
      return <Choices field={field} reply={reply} />
    case 'rows':
      return <Rows field={field} reply={reply} />
    case 'cadence':
      return <CadenceFields field={field} reply={reply} />
    case 'colour':
      return <ColourInput {...given} />
    default:
      return <TextInput {...given} />
  }
}

const isOn = ({ name, value }: FieldView, reply: FormReply | undefined): boolean =>
  (reply ? reply.values[name] : value) === 'on'

type Text = ReturnType<typeof useText>

/** After somebody else's change: what stands there now, beside what was typed. */
function hintOf({ hint, value, name, options }: FieldView, reply: FormReply | undefined, t: Text) {
  const typed = reply?.values[name]
  if (!reply?.message || typed === undefined || typed === value) return hint
  const now = options.find((option) => option.value === value)?.label ?? (value || t('field.empty'))
  return `${hint ? `${hint}. ` : ''}${t('field.now', { now })}`
}

function Choices({ field, reply }: FieldInputProps) {
  const { name, label, hint, options, chosen, optional } = field
  const error = reply?.errors[name]
  const t = useText()
  return (
    <fieldset className={error ? 'field has-error' : 'field'} id={name}>
      <legend>
        {label}
        {optional ? <span className="optional"> ({t('field.optional')})</span> : null}
      </legend>
      {hint ? <div className="hint">{hint}</div> : null}
      {error ? <div className="field-error">{error}</div> : null}
      {options.map((option) => {
        const box = optionName(name, option.value)
        const on = reply ? reply.values[box] === 'on' : chosen.includes(option.value)
        return <Checkbox key={box} name={box} id={box} label={option.label} defaultChecked={on} />
      })}
    </fieldset>
  )
}

function Rows({ field, reply }: FieldInputProps) {
  const t = useText()
  const { name, label, hint, rows } = field
  const error = reply?.errors[name]
  return (
    <fieldset className={error ? 'field has-error' : 'field'} id={name}>
      <legend>{label}</legend>
      {hint ? <div className="hint">{hint}</div> : null}
      {error ? <div className="field-error">{error}</div> : null}
      {rows.map((row, index) => (
        <fieldset className="field-row" key={row[0]?.name}>
          <legend className={index === rows.length - 1 ? undefined : 'off-screen'}>
            {index === rows.length - 1 ? t('field.newRow') : t('field.row', { number: index + 1 })}
          </legend>
          {row.map((cell) => (
            <FieldInput key={cell.name} field={cell} reply={reply} />
          ))}
        </fieldset>
      ))}
      <p className="hint">{t('field.emptyRow')}</p>
    </fieldset>
  )
}
