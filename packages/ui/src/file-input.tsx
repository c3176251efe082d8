import type { InputHTMLAttributes } from 'react'
import { Field, type FieldWords, fieldAria } from './field'

export interface FileInputProps
  extends FieldWords,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type' | 'defaultValue' | 'value'> {
  name: string
}

/** Choosing a file; its form needs `encType="multipart/form-data"`. `accept` says which kinds to offer, not which to trust. */
export function FileInput({ label, hint, error, optional, className = '', ...input }: FileInputProps) {
  const id = input.id ?? input.name
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input type="file" {...input} className={`input ${className}`.trim()} {...fieldAria({ id, hint, error })} />
    </Field>
  )
}
