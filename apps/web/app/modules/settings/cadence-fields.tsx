import type { FormReply } from '@sotay/ui'
import { cadenceKinds } from './cadence-inputs'
import type { FieldView } from './field-view'
import { useText } from './texts'

export interface CadenceFieldsProps {
  field: FieldView
  reply: FormReply | undefined
}

const numbers = (last: number) => Array.from({ length: last }, (_, index) => String(index + 1))
const WITHOUT_GAPS = new Set(['mid-and-end-of-month', 'on-demand'])
const edges = ['by', 'before']
const weeks = [...numbers(5), 'last']

/** A cadence as a sentence with gaps: one of ten, chosen and filled in. */
export function CadenceFields({ field, reply }: CadenceFieldsProps) {
  const t = useText()
  const { name, label, hint, cadence, optional } = field
  const error = reply?.errors[name]
  const value = (part: string) => (reply ? (reply.values[`${name}.${part}`] ?? '') : (cadence[part] ?? ''))
  const gap = { name, value }
  return (
    <fieldset className={error ? 'field has-error' : 'field'} id={name}>
      <legend>{label}</legend>
      {hint ? <div className="hint">{hint}</div> : null}
      {error ? <div className="field-error">{error}</div> : null}
      {optional ? <Kind {...gap} kind="" label={t('cadence.none')} /> : null}
      {cadenceKinds.map((kind) => (
        <Kind key={kind} {...gap} kind={kind} label={t(`cadence.kinds.${kind}`)}>
          {WITHOUT_GAPS.has(kind) ? null : <Gaps {...gap} kind={kind} />}
        </Kind>
      ))}
      <label className="cadence-at">
        {t('cadence.at')} <input className="input wide-8" type="time" name={`${name}.at`} defaultValue={value('at')} />
      </label>
    </fieldset>
  )
}

interface Gap {
  name: string
  value(part: string): string
  kind: string
}

function Kind({ name, value, kind, label, children }: Gap & { label: string; children?: React.ReactNode }) {
  const id = `${name}-${kind || 'none'}`
  return (
    <div>
      <div className="tick">
        <input type="radio" id={id} name={`${name}.kind`} value={kind} defaultChecked={value('kind') === kind} />
        <label htmlFor={id}>{label}</label>
      </div>
      {children ? <div className="actions">{children}</div> : null}
    </div>
  )
}

function Gaps({ kind, ...gap }: Gap) {
  switch (kind) {
    case 'weeks':
      return (
        <>
          <Pick {...gap} part="every" options={numbers(12)} words="every" />
          <Day {...gap} part="anchor" />
        </>
      )
    case 'weekday-of-month':
      return (
        <>
          <Pick {...gap} part="weekday" options={numbers(7)} words="weekday" />
          <Pick {...gap} part="week" options={weeks} words="week" />
        </>
      )
    case 'month':
      return <InPeriod {...gap} period="month" offsets={['0', '1']} />
    case 'quarter':
      return <InPeriod {...gap} period="quarter" offsets={['1', '0', '-1', '-2']} />
    case 'half-year':
      return <InPeriod {...gap} period="half-year" offsets={['1']} />
    case 'year':
      return (
        <InPeriod {...gap} period="year" offsets={['1', ...numbers(12).map((month) => String(Number(month) - 12))]} />
      )
    case 'once':
      return (
        <>
          <Pick {...gap} part="onceEdge" options={edges} words="edge" />
          <Day {...gap} part="date" />
        </>
      )
    case 'within':
      return <Digits {...gap} part="hours" />
    default:
      return null
  }
}

type Part = Omit<Gap, 'kind'> & { part: string }

function InPeriod({ period, offsets, ...gap }: Omit<Gap, 'kind'> & { period: string; offsets: string[] }) {
  return (
    <>
      <Pick {...gap} part={`${period}Edge`} options={edges} words="edge" />
      <Digits {...gap} part={`${period}Day`} />
      <Pick {...gap} part={`${period}Offset`} options={offsets} words={`offset.${period}`} />
    </>
  )
}

function Pick({ name, value, part, options, words }: Part & { options: string[]; words: string }) {
  const t = useText()
  return (
    <select
      className="input wide-12"
      name={`${name}.${part}`}
      aria-label={t(`cadence.gaps.${part}`)}
      defaultValue={value(part)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {t(`cadence.${words}.${option}`)}
        </option>
      ))}
    </select>
  )
}

function Day({ name, value, part }: Part) {
  const t = useText()
  return (
    <input
      className="input wide-12"
      type="date"
      name={`${name}.${part}`}
      aria-label={t(`cadence.gaps.${part}`)}
      defaultValue={value(part)}
    />
  )
}

function Digits({ name, value, part }: Part) {
  const t = useText()
  return (
    <input
      className="input wide-4"
      inputMode="numeric"
      name={`${name}.${part}`}
      aria-label={t(`cadence.gaps.${part}`)}
      placeholder={part === 'hours' ? undefined : t('cadence.lastDay')}
      defaultValue={value(part)}
    />
  )
}
