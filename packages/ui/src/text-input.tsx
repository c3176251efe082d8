import type { InputHTMLAttributes } from 'react'
import { Field, type FieldWords, fieldAria } from './field'

export interface TextInputProps extends FieldWords, Omit<InputHTMLAttributes<HTMLInputElement>, 'name'> {
  name: string
  /** Characters the answer usually has; sets the width. */
  width?: 4 | 8 | 12 | 20
}

/** One line of text. `id` is the name unless given, so that an error summary can link to it. */
export function TextInput({ label, hint, error, optional, width, className = '', ...input }: TextInputProps) {
  const id = input.id ?? input.name
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="text"
        {...input}
        className={`input ${width ? `wide-${width}` : ''} ${className}`.trim()}
        {...fieldAria({ id, hint, error })}
      />
    </Field>
  )
}
