import type { TextareaHTMLAttributes } from 'react'
import { Field, type FieldWords, fieldAria } from './field'

export interface TextareaProps extends FieldWords, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'> {
  name: string
}

export function Textarea({ label, hint, error, optional, className = '', ...textarea }: TextareaProps) {
  const id = textarea.id ?? textarea.name
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea rows={5} {...textarea} className={`input ${className}`.trim()} {...fieldAria({ id, hint, error })} />
    </Field>
  )
}
