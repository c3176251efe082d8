import { useText } from '@sotay/i18n'
import type { ReactNode } from 'react'
import { FieldError, FieldHint, type FieldWords, fieldAria } from './field'

export interface RadioOption {
  value: string
  label: ReactNode
  hint?: ReactNode
}

export interface RadioGroupProps extends FieldWords {
  name: string
  options: RadioOption[]
  id?: string
  defaultValue?: string
  required?: boolean
}

/** The first choice carries the group's id, so that an error summary leads to it. */
export function RadioGroup({
  name,
  options,
  defaultValue,
  required,
  label,
  hint,
  error,
  optional,
  ...rest
}: RadioGroupProps) {
  const t = useText('ui')
  const id = rest.id ?? name
  const { id: _first, ...aria } = fieldAria({ id, hint, error })
  return (
    <fieldset className={error ? 'field has-error' : 'field'} aria-describedby={aria['aria-describedby']}>
      <legend>
        {label}
        {optional ? <span className="optional"> ({t('optional')})</span> : null}
      </legend>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      {options.map((option, index) => {
        const optionId = index === 0 ? id : `${id}-${option.value}`
        return (
          <div className="tick" key={option.value}>
            <input
              type="radio"
              id={optionId}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
              aria-describedby={option.hint ? `${optionId}-more` : undefined}
            />
            <label htmlFor={optionId}>{option.label}</label>
            {option.hint ? (
              <div className="hint" id={`${optionId}-more`}>
                {option.hint}
              </div>
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}
