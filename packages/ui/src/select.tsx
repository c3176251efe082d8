import type { SelectHTMLAttributes } from 'react'
import { Field, type FieldWords, fieldAria } from './field'

export interface SelectProps extends FieldWords, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'> {
  name: string
  options: { value: string; label: string }[]
  /** First, empty choice, such as “Chọn đơn vị”. */
  placeholder?: string
}

export function Select({ label, hint, error, optional, options, placeholder, className = '', ...select }: SelectProps) {
  const id = select.id ?? select.name
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <select {...select} className={`input ${className}`.trim()} {...fieldAria({ id, hint, error })}>
        {placeholder ? <option value="">{placeholder}</option> : null}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
