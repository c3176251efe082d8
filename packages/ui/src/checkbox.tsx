import type { InputHTMLAttributes } from 'react'
import { FieldError, FieldHint, type FieldWords, fieldAria } from './field'

export interface CheckboxProps
  extends Omit<FieldWords, 'optional'>,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'name'> {
  name: string
}

/** One box with its words beside it. Give boxes of one name their own ids. */
export function Checkbox({ label, hint, error, ...input }: CheckboxProps) {
  const id = input.id ?? input.name
  return (
    <div className={error ? 'field has-error' : 'field'}>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      <div className="tick">
        <input {...input} type="checkbox" {...fieldAria({ id, hint, error })} />
        <label htmlFor={id}>{label}</label>
      </div>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
    </div>
  )
}
